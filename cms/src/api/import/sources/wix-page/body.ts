import type { NeutralBlock, Note } from '#src/api/import/source';
import type { PageLine } from './cleaning';
import { isNumberedHeading, judgeHeading, readNumbered } from './headings';

const whole = /^(?:“[^“”]+”|"[^"]+"|‘[^‘]+’)[.,;!?]?$/u;
const withRemark = /^(“[^“”]+”|"[^"]+")\s*[….]{2,}\s*(\p{Lu}.*)$/u;

/** A line that is one quotation from its first to its last mark. */
export const isQuotation = (text: string): boolean => whole.test(text);

/** A quotation that can stand in a list with others: longer ones are quotations in their own right. */
const isShortQuotation = (text: string): boolean => isQuotation(text) && text.length <= 120;

/** Who said it, on the line under a quotation: "– Carl Rogers" for sure, "Carl Rogers" most likely. */
export function judgeAttribution(text: string): 'sure' | 'likely' | 'no' {
  if (/^[–—~-]\s*\p{Lu}[^.!?]{1,60}$/u.test(text) && text.split(' ').length <= 8) return 'sure';
  return /^\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){1,2}$/u.test(text) ? 'likely' : 'no';
}

/**
 * A row of quotations often ends with a word about all of them: “Get it together”……… Or words of that effect. Behind
 * another quotation, such a line is a quotation and a paragraph; the dots between them have done their work.
 */
export function splitClosingRemarks(lines: PageLine[]): { lines: PageLine[]; changes: string[] } {
  const changes: string[] = [];
  const split = lines.flatMap((line, index) => {
    const match = withRemark.exec(line.text);
    const [, quotation, remark] = match ?? [];
    if (!quotation || !remark || !isQuotation(lines[index - 1]?.text ?? '')) return [line];
    changes.push(`the dots after ${quotation} were removed, and “${remark}” became a paragraph of its own`);
    return [
      { ...line, text: quotation },
      { ...line, text: remark, apart: false },
    ];
  });
  return { lines: split, changes };
}

const mark = /^P\.?\s?S\.?(?:\s*[:–—-])?\s+(?=\S)/u;
const longest = 5;

/**
 * The closing part that begins with "P.S.": its lines become one paragraph, because everything behind the mark belongs
 * to it. Null if there is none, or if so much follows that it can't be the end of the post.
 */
export function takePostscript(lines: PageLine[]): { postscript: string; lines: PageLine[]; joined: number } | null {
  const at = lines.findLastIndex(({ text }) => mark.test(text));
  const closing = at < 0 ? [] : lines.slice(at);
  const tooMuch = closing.length === 0 || closing.length > longest || at === 0;
  const hasHeading = closing.some(
    ({ text }, index) =>
      index > 0 && judgeHeading(text, { next: closing[index + 1]?.text, apart: false, airy: false }) === 'sure',
  );
  if (tooMuch || hasHeading) return null;
  const words = closing
    .map(({ text }) => text)
    .join(' ')
    .replace(mark, '');
  return { postscript: `P.S. ${words}`, lines: lines.slice(0, at), joined: closing.length };
}

interface Reading {
  lines: PageLine[];
  airy: boolean;
  blocks: NeutralBlock[];
  notes: Note[];
  sections: boolean;
}

const bullet = /^[•◦▪‣*·-]\s*(?=\S)/u;
const isBullet = (text: string): boolean => /^(?:[•◦▪‣]|[*·-]\s)/u.test(text);

/** How many lines from `from` on are of one kind. */
const run = (lines: PageLine[], from: number, belongs: (text: string, offset: number) => boolean): PageLine[] => {
  const end = lines.slice(from).findIndex(({ text }, offset) => !belongs(text, offset));
  return lines.slice(from, end < 0 ? undefined : from + end);
};

/** Takes the lines of one block from `at` on and returns how many they were; 0 if they are not of its kind. */
type Taker = (reading: Reading, at: number) => number;

const takeBullets: Taker = ({ lines, blocks }, at) => {
  const items = run(lines, at, isBullet);
  if (items.length > 0)
    blocks.push({ kind: 'list', ordered: false, items: items.map(({ text }) => text.replace(bullet, '')) });
  return items.length;
};

const takeQuotations: Taker = ({ lines, airy, blocks, notes }, at) => {
  const voices = run(lines, at, isShortQuotation);
  if (voices.length > 1) {
    blocks.push({ kind: 'list', ordered: false, items: voices.map(({ text }) => text) });
    return voices.length;
  }
  const text = lines[at]?.text ?? '';
  if (!isQuotation(text)) return 0;
  const speaker = lines[at + 1];
  const judgement = speaker && !isBullet(lines[at + 2]?.text ?? '') ? judgeAttribution(speaker.text) : 'no';
  // On a page that separates little, a name apart from the quotation is the heading of what follows.
  if (!speaker || judgement === 'no' || (judgement === 'likely' && speaker.apart && !airy)) {
    blocks.push({ kind: 'quote', text });
    return 1;
  }
  blocks.push({ kind: 'quote', text: `${text}\n${speaker.text}` });
  if (judgement === 'likely')
    notes.push({
      kind: 'guessed',
      text: `${text} is a quotation from ${speaker.text}`,
      mend: 'make it a heading or paragraph of its own',
    });
  return 2;
};

const takeNumbered: Taker = ({ lines, blocks, notes, sections }, at) => {
  const first = readNumbered(lines[at]?.text ?? '');
  if (!first) return 0;
  const items = run(lines, at, (text, offset) => readNumbered(text)?.number === first.number + offset);
  const words = items.map(({ text }) => readNumbered(text)?.words ?? text);
  if (items.length > 1 && first.number === 1) {
    blocks.push({ kind: 'list', ordered: true, items: words });
    return items.length;
  }
  if (items.length > 1 || !isNumberedHeading(first.words, lines[at + 1]?.text)) return 0;
  if (sections) {
    blocks.push({ kind: 'heading', level: 3, text: lines[at]?.text ?? '' });
  } else {
    blocks.push({ kind: 'heading', level: 2, text: first.words });
    notes.push({
      kind: 'changed',
      text: `the number ${first.number} was removed from the heading “${first.words}”, because the site numbers sections itself`,
    });
  }
  return 1;
};

const takeHeading: Taker = (reading, at) => {
  const line = reading.lines[at];
  if (!line) return 0;
  const judgement = judgeHeading(line.text, {
    next: reading.lines[at + 1]?.text,
    apart: line.apart,
    airy: reading.airy,
  });
  if (judgement === 'doubtful') {
    reading.notes.push({ kind: 'look', text: `“${line.text}” stayed a paragraph, but could be a heading` });
  }
  if (judgement === 'likely') {
    reading.notes.push({
      kind: 'guessed',
      text: `“${line.text}” is a heading: a short line above a longer paragraph`,
      mend: 'make it a paragraph in the editor',
    });
  }
  if (judgement !== 'sure' && judgement !== 'likely') return 0;
  reading.blocks.push({ kind: 'heading', level: 2, text: line.text });
  reading.sections = true;
  return 1;
};

const takeParagraph: Taker = ({ lines, blocks }, at) => {
  blocks.push({ kind: 'paragraph', text: lines[at]?.text ?? '' });
  return 1;
};

const takers: readonly Taker[] = [takeBullets, takeQuotations, takeNumbered, takeHeading, takeParagraph];

/** Makes blocks of the lines of a post's body: each line is a paragraph unless it is plainly something else. */
export function readPostBody(lines: PageLine[]): { body: NeutralBlock[]; notes: Note[] } {
  const airy = lines.filter(({ apart }) => apart).length > lines.length / 2;
  const reading: Reading = { lines, airy, blocks: [], notes: [], sections: false };
  for (let at = 0; at < lines.length;) {
    let taken = 0;
    for (const take of takers) {
      taken = take(reading, at);
      if (taken > 0) break;
    }
    at += taken;
  }
  return { body: reading.blocks, notes: reading.notes };
}
