import type { PageLine } from '#src/api/import/page-line';
import type { NeutralBlock, Note, Run } from '#src/api/import/source';
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

/** The words by their style, to be spread into a block: nothing if they have none. */
const runsOf = (line: PageLine | undefined): { runs?: Run[] } => (line?.runs ? { runs: line.runs } : {});

const listOf = (ordered: boolean, lines: readonly PageLine[]): NeutralBlock => ({
  kind: 'list',
  ordered,
  items: lines.map(({ text }) => text),
  ...(lines.some(({ runs }) => runs) && { itemRuns: lines.map(({ runs }) => runs) }),
});

/** A quotation of several lines keeps their breaks. */
function quoteOf(lines: readonly PageLine[]): NeutralBlock {
  const runs = lines.flatMap(({ text, runs: styled }, at) => [
    ...(at > 0 ? [{ text: '\n' }] : []),
    ...(styled ?? [{ text }]),
  ]);
  return {
    kind: 'quote',
    text: lines.map(({ text }) => text).join('\n'),
    ...(lines.some(({ runs: styled }) => styled) && { runs }),
  };
}

interface Reading {
  lines: PageLine[];
  airy: boolean;
  blocks: NeutralBlock[];
  notes: Note[];
  sections: boolean;
}

/** Takes the lines of one block from `at` on and returns how many they were; 0 if they are not of its kind. */
type Taker = (reading: Reading, at: number) => number;

/** The line without its first characters, in its text and in its runs. */
function withoutStart(line: PageLine, length: number): PageLine {
  let left = length;
  const runs = line.runs?.flatMap((run) => {
    const text = run.text.slice(left);
    left = Math.max(0, left - run.text.length);
    return text === '' ? [] : [{ ...run, text }];
  });
  return { ...line, text: line.text.slice(length), ...(runs && { runs }) };
}

const markLength = (line: PageLine, mark: RegExp): number => mark.exec(line.text)?.[0].length ?? 0;

/** Takes what the file's own markup says is a heading, a list or a quotation. */
const takeFormed: Taker = ({ lines, blocks }, at) => {
  const line = lines[at];
  const form = line?.form;
  if (!line || !form) return 0;
  if (form.kind === 'heading') {
    blocks.push({ kind: 'heading', level: form.level, text: line.text, ...runsOf(line) });
    return 1;
  }
  const end = lines.slice(at).findIndex(({ form: other }) => JSON.stringify(other) !== JSON.stringify(form));
  const same = lines.slice(at, end < 0 ? undefined : at + end);
  if (form.kind === 'item') blocks.push(listOf(form.ordered, same));
  else blocks.push(quoteOf(same));
  return same.length;
};

const bullet = /^[•◦▪‣*·-]\s*(?=\S)/u;
const isBullet = (text: string): boolean => /^(?:[•◦▪‣]|[*·-]\s)/u.test(text);

/** How many lines from `from` on are of one kind. */
const run = (lines: PageLine[], from: number, belongs: (text: string, offset: number) => boolean): PageLine[] => {
  const end = lines.slice(from).findIndex(({ text }, offset) => !belongs(text, offset));
  return lines.slice(from, end < 0 ? undefined : from + end);
};

const takeBullets: Taker = ({ lines, blocks }, at) => {
  const items = run(lines, at, isBullet);
  const unmarked = items.map((line) => withoutStart(line, markLength(line, bullet)));
  if (items.length > 0) blocks.push(listOf(false, unmarked));
  return items.length;
};

const takeQuotations: Taker = ({ lines, airy, blocks, notes }, at) => {
  const voices = run(lines, at, isShortQuotation);
  if (voices.length > 1) {
    blocks.push(listOf(false, voices));
    return voices.length;
  }
  const text = lines[at]?.text ?? '';
  if (!isQuotation(text)) return 0;
  const speaker = lines[at + 1];
  const judgement = speaker && !isBullet(lines[at + 2]?.text ?? '') ? judgeAttribution(speaker.text) : 'no';
  // On a page that separates little, a name apart from the quotation is the heading of what follows.
  if (!speaker || judgement === 'no' || (judgement === 'likely' && speaker.apart && !airy)) {
    blocks.push({ kind: 'quote', text, ...runsOf(lines[at]) });
    return 1;
  }
  blocks.push(quoteOf(lines.slice(at, at + 2)));
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
  if (items.length > 1 && first.number === 1) {
    blocks.push(
      listOf(
        true,
        items.map((line) => withoutStart(line, markLength(line, /^\d{1,2}[.)]\s+/u))),
      ),
    );
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
  reading.blocks.push({ kind: 'heading', level: 2, text: line.text, ...runsOf(line) });
  reading.sections = true;
  return 1;
};

const takeParagraph: Taker = ({ lines, blocks }, at) => {
  blocks.push({ kind: 'paragraph', text: lines[at]?.text ?? '', ...runsOf(lines[at]) });
  return 1;
};

const takers: readonly Taker[] = [takeFormed, takeBullets, takeQuotations, takeNumbered, takeHeading, takeParagraph];
/** Where the file marks its headings, no other line is one. */
const takersOfMarked: readonly Taker[] = [takeFormed, takeBullets, takeQuotations, takeParagraph];

/** Makes blocks of the lines of a post's body: each line is a paragraph unless it is plainly something else. */
export function readPostBody(lines: PageLine[]): { body: NeutralBlock[]; notes: Note[] } {
  const airy = lines.filter(({ apart }) => apart).length > lines.length / 2;
  const isMarked = lines.some(({ form }) => form?.kind === 'heading');
  const reading: Reading = { lines, airy, blocks: [], notes: [], sections: false };
  for (let at = 0; at < lines.length;) {
    let taken = 0;
    for (const take of isMarked ? takersOfMarked : takers) {
      taken = take(reading, at);
      if (taken > 0) break;
    }
    at += taken;
  }
  return { body: reading.blocks, notes: reading.notes };
}
