import type { NeutralBlock, NeutralPost, Note, Source, SourceInput } from '#src/api/import/source';
import { CommandError } from '#src/cli/run-command';
import { readPostBody, takePostscript } from './body';
import { takeOutResidue } from './cleaning';
import { type PageHead, readPageHead, readPostDays, wixPath } from './head';
import { cutOutPost, findPointers, tidyLines, toPageLines } from './lines';

const name = 'wix-page';
const description = 'the text of a saved Wix post (a title, and under it a day and a line such as “4 min read”)';

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
  return [path ?? title, ...('written' in published ? [published.text.toLowerCase()] : [])].join(' ');
}

function read(input: SourceInput): NeutralPost {
  const { lines, residue } = takeOutResidue(toPageLines(input.text));
  const head = readPageHead(lines, input.now);
  if (!head) throw new CommandError(`This is not ${description}.`);
  const { own, leftOut } = cutOutPost(lines, head, residue);
  if (own.length === 0) throw new CommandError(`The page “${head.title}” has no text under its title.`);
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
    notes: [
      note('recognised', `A Wix post: “${head.title}”`),
      note(
        'recognised',
        head.author ? `The page gives its author as “${head.author}”` : 'The page doesn’t name an author',
      ),
      note('recognised', count(body, postscript)),
      ...days.notes,
      ...notes,
      ...tidy.notes,
      ...(closing && closing.joined > 1
        ? [note('changed', `the ${closing.joined} lines of the P.S. became one paragraph`)]
        : []),
      ...(oldPath
        ? [
            note(
              'guessed',
              `Its old address was ${oldPath} (Wix makes addresses from titles): that address will lead to the post`,
              'change “old addresses” in the editor',
            ),
          ]
        : []),
      ...findPointers(own),
      ...leftOut.map((text) => note('left out', text)),
    ],
  };
}

/** The text of a post's page on Wix, copied or saved from a browser. */
export const wixPage: Source = {
  name,
  description,
  recognise: (text) => readPageHead(takeOutResidue(toPageLines(text)).lines, new Date(0)) !== null,
  read,
};
