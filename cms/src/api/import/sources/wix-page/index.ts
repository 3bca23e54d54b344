import { linesOfHtml, parseHtml } from '#src/api/import/files/html-lines';
import type { PageLine } from '#src/api/import/page-line';
import type { NeutralBlock, NeutralPost, Note, Source, SourceInput } from '#src/api/import/source';
import { CommandError } from '#src/cli/run-command';
import { readPostBody } from './body';
import { countsFrom, readPostDays } from './days-of-post';
import { splitFusedHead } from './fused-head';
import { type PageHead, readHeadDay, readPageHead, withoutMark } from './head';
import { cutOutPost, findPointers, findSecondHead, noteLost, noteOldLinks, tidyLines, toPageLines } from './lines';
import { wixPath } from './old-path';
import { takePostscript } from './postscript';
import { countMarkedPosts, readMarkedPost } from './wix-markup';

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

/** The lines of a page without Wix's markup: of a text, or of a file with markup of another kind. */
const toLines = ({ text, format }: SourceInput): PageLine[] =>
  splitFusedHead(format === 'html' ? linesOfHtml(parseHtml(text)) : toPageLines(text));

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

function noteOldPath(path: string | null, address: URL | null): Note[] {
  if (path === null) return [];
  if (address) return [note('recognised', `Its old address was ${path}: that address will lead to the post`)];
  return [
    note(
      'guessed',
      `Its old address was ${path} (Wix makes addresses from titles): that address will lead to the post`,
      'change “old addresses” in the editor',
    ),
  ];
}

/** A post that was found in a file: its head, its own lines, and what is known of the rest. */
interface FoundPost {
  head: PageHead;
  own: PageLine[];
  notes: Note[];
  holdBack: string | null;
  address: URL | null;
}

/** Finds the post by the lines of the page, which begin with the menus and end with the comments. */
function findByLines(input: SourceInput): FoundPost {
  const lines = toLines(input);
  const head = readPageHead(lines, countsFrom(input));
  if (!head) throw new CommandError(`This is not ${description}.`);
  const cut = cutOutPost(lines, head, input.keepsAll ?? false);
  refuseSecondPost(head, cut.own, input);
  return { head, ...cut, address: null };
}

/** Finds the post by Wix's own markup; null if the file has none. */
function findByMarkup({ text, format }: SourceInput): FoundPost | null {
  if (format !== 'html') return null;
  const root = parseHtml(text);
  const post = readMarkedPost(root);
  if (!post) return null;
  if (countMarkedPosts(root) > 1)
    throw new CommandError(
      'This page shows several posts. Open each post on a page of its own, save it, and import it.',
    );
  const beside = 'what stands beside the post on its page: menus, other posts, comments by readers';
  return {
    ...post,
    notes: [note('left out', beside, 'copy what belongs to the post into the editor')],
    holdBack: null,
  };
}

function read(input: SourceInput): NeutralPost {
  const { head, own, notes: edgeNotes, holdBack, address } = findByMarkup(input) ?? findByLines(input);
  if (own.length === 0) throw new CommandError(`The page “${head.title}” has no text under its title.`);
  const days = readPostDays(head, own.map(({ text }) => text).join('\n'), input);
  const tidy = tidyLines(own);
  const closing = takePostscript(tidy.lines);
  const { body, notes } = readPostBody(closing?.lines ?? tidy.lines);
  const postscript = closing?.postscript ?? null;
  const oldPath = address && address.pathname !== '/' ? address.pathname : wixPath(head.title);
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
    ...(closing?.runs && { postscriptRuns: closing.runs }),
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
      ...noteOldPath(oldPath, address),
      ...findPointers(own),
      ...noteOldLinks(own, address),
      ...noteLost(own),
      ...edgeNotes,
    ],
  };
}

/** A post's page on Wix: its text as it was copied, or the page as a browser or another program saved it. */
export const wixPage: Source = {
  name,
  description,
  recognise: (input) =>
    (input.format === 'html' && countMarkedPosts(parseHtml(input.text)) > 0) ||
    readPageHead(toLines(input), new Date(0)) !== null,
  read,
};
