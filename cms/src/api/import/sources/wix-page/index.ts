import type { NeutralBlock, NeutralPost, Note, Source, SourceInput } from '#src/api/import/source';
import { CommandError } from '#src/cli/run-command';
import { readPostBody, takePostscript } from './body';
import type { PageLine } from './cleaning';
import { countsFrom, readPostDays } from './days-of-post';
import { splitFusedHead } from './fused-head';
import { type PageHead, readHeadDay, readPageHead, withoutMark } from './head';
import { cutOutPost, findPointers, findSecondHead, tidyLines, toPageLines } from './lines';
import { wixPath } from './old-path';

const name = 'wix-page';
const description =
  'the text of a saved Wix post (a title, and under it the day on which it was published); if it is one, write its day under its title, for example “25 July 2024”, and import it again';

const partNames: readonly [string, string, (block: NeutralBlock) => boolean][] = [
  ['paragraph', 'paragraphs', ({ kind }) => kind === 'paragraph'],
  ['section heading', 'section headings', (block) => block.kind === 'heading' && block.level === 2],
  ['heading beneath a section', 'headings beneath sections', (block) => block.kind === 'heading' && block.level === 3],
  ['list', 'lists', ({ kind }) => kind === 'list'],
  ['quotation', 'quotations', ({ kind }) => kind === 'quote'],
];

const count = (body: NeutralBlock[], postscript: string | null): string =>
  partNames
    .map(([one, many, is]) => ({ n: body.filter(is).length, one, many }))
    .filter(({ n }) => n > 0)
    .map(({ n, one, many }) => `${n} ${n === 1 ? one : many}`)
    .concat(postscript ? ['a P.S. as the closing part'] : [])
    .join(', ');

const note = (kind: Note['kind'], text: string, mend?: string): Note => ({ kind, text, ...(mend ? { mend } : {}) });

/**
 * Returns the post's key, made of its title and the day as the page writes it, so that corrections do not change it.
 */
function keyOf({ title, published }: PageHead, path: string | null): string {
  return [path ?? title, ...(published && 'written' in published ? [published.text.toLowerCase()] : [])].join(' ');
}

const toLines = (text: string): PageLine[] => splitFusedHead(toPageLines(text));

function refuseSecondPost({ title }: PageHead, own: readonly PageLine[], input: SourceInput): void {
  const from = countsFrom(input);
  const second = findSecondHead(own, (text) => readHeadDay(withoutMark(text), from) !== null);
  if (!second || input.keepsAll) return;
  throw new CommandError(
    `Under the title “${title}” there is a second post: line ${second.number} says “${second.text}” once more. Save each post in a file of its own, or import this one with --keep-all if it is one post.`,
  );
}

const noteHead = ({ title, author }: PageHead): Note[] => [
  note('recognised', `A Wix post: “${title}”`),
  note('recognised', author ? `The page gives its author as “${author}”` : 'The page doesn’t name an author'),
];

const noteOldPath = (path: string | null): Note[] =>
  path
    ? [
        note(
          'guessed',
          `Its old address was ${path} (Wix makes addresses from titles): that address will lead to the post`,
          'change “old addresses” in the editor',
        ),
      ]
    : [];

function read(input: SourceInput): NeutralPost {
  const lines = toLines(input.text);
  const head = readPageHead(lines, countsFrom(input));
  if (!head) throw new CommandError(`This is not ${description}.`);
  const { own, notes: edgeNotes, holdBack } = cutOutPost(lines, head, input.keepsAll ?? false);
  if (own.length === 0) throw new CommandError(`The page “${head.title}” has no text under its title.`);
  refuseSecondPost(head, own, input);
  const days = readPostDays(head, own.map(({ text }) => text).join('\n'), input);
  const tidy = tidyLines(own);
  const closing = takePostscript(tidy.lines);
  const { body, notes } = readPostBody(closing?.lines ?? tidy.lines);
  const postscript = closing?.postscript ?? null;
  const oldPath = wixPath(head.title);
  return {
    source: name,
    key: keyOf(head, oldPath),
    title: head.title,
    author: head.author,
    authorIsSignIn: head.author !== null && !/\s/u.test(head.author),
    published: days.published,
    updated: days.updated,
    body,
    postscript,
    oldPath,
    holdBack,
    notes: [
      ...noteHead(head),
      note('recognised', count(body, postscript)),
      ...days.notes,
      ...notes,
      ...tidy.notes,
      ...(closing && closing.joined > 1
        ? [note('changed', `the ${closing.joined} lines of the P.S. became one paragraph`)]
        : []),
      ...noteOldPath(oldPath),
      ...findPointers(own),
      ...edgeNotes,
    ],
  };
}

/** The text of a post's page on Wix, copied or saved from a browser. */
export const wixPage: Source = {
  name,
  description,
  recognise: (text) => readPageHead(toLines(text), new Date(0)) !== null,
  read,
};
