/** A line as it should stand, and what was done to it, each as a sentence for the report. */
interface Tidied {
  text: string;
  changes: string[];
  /** The words of a link of which only the text was left. */
  lostLink: string | null;
}

/** Every dot of a row counts one and "…" three: from five on, nobody meant a particular number. */
const rowOfDots = /[….]{2,}/gu;
const isLongRow = (row: string): boolean => row.replaceAll('…', '...').length >= 5;

const lostLink = /(?<![\p{L}\p{N}'’])([\p{L}\p{N}'’]+)\s+\.(\p{Lu}[\p{L}\p{N}'’-]*(?:\s+[\p{L}\p{N}'’-]+){0,3})$/u;

type Mend = (text: string) => { text: string; change: string } | null;

const replaced = (text: string, pattern: RegExp, by: string, change: string): ReturnType<Mend> => {
  const mended = text.replace(pattern, by);
  return mended === text ? null : { text: mended, change };
};

const mends: readonly Mend[] = [
  (text) => replaced(text, /(“|^")\s+/gu, '$1', 'a space after the opening quotation mark was removed'),
  (text) => replaced(text, /\s+”/gu, '”', 'a space before the closing quotation mark was removed'),
  (text) => {
    const mended = text.replace(rowOfDots, (row) => (isLongRow(row) ? '…' : row));
    return mended === text ? null : { text: mended, change: 'a row of dots became an ellipsis (…)' };
  },
  (text) =>
    replaced(
      text,
      /(\p{L}|\p{N})\s+\.(?=\p{Lu}\p{Ll})/gu,
      '$1. ',
      'a space was moved from before a full stop to after it',
    ),
  (text) =>
    replaced(text, /(\p{L}|\p{N})\s+([.,;])(?=\s|$)/gu, '$1$2', 'a space before a full stop or comma was removed'),
];

const excerpt = (text: string): string => {
  const short = text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text;
  return /[“”]/u.test(short) ? short : `“${short}”`;
};

/**
 * Mends what is plainly a slip of typing or of copying, and nothing else: her words stay as they are. A link that left
 * its words behind the full stop ("my website .Workshops") gets its place back ("my website: Workshops.").
 */
export function tidyTyping(line: string): Tidied {
  const changes: string[] = [];
  let text = line;
  const link = lostLink.exec(text);
  if (link) {
    text = text.replace(lostLink, '$1: $2.');
    changes.push(`“${link[0]}” became “${link[1]}: ${link[2]}.”`);
  }
  for (const mend of mends) {
    const mended = mend(text);
    if (!mended) continue;
    text = mended.text;
    changes.push(`${mended.change}: ${excerpt(text)}`);
  }
  return { text, changes, lostLink: link?.[2] ?? null };
}
