import type { InlineNode, TextNode } from 'shared';
import { type Address, safeAddress } from './address';

/** How a run of text is marked, outermost first. These are the names of HTML's own elements. */
type Mark = 'strong' | 'em' | 'u' | 's' | 'code';

/** A run of text; each of `lines` but the first begins on a new line. */
export interface TextRun {
  kind: 'text';
  lines: string[];
  marks: Mark[];
}

/** A link and what is written on it. */
interface LinkRun {
  kind: 'link';
  address: Address;
  words: TextRun[];
}

export type Words = (TextRun | LinkRun)[];

// Overrides and embeddings can make a line read as something else than what it says (CVE-2021-42574). Marks that a
// right-to-left name needs (U+200E, U+200F, U+061C) stay.
const reordering = /[\u202a-\u202e\u2066-\u2069]/g;

/** What a person typed, without invisible characters that reorder a line. */
const plainly = (text: string): string => text.replace(reordering, '');

function textRun(node: TextNode): TextRun {
  const marks: Mark[] = [];
  if (node.bold) marks.push('strong');
  if (node.italic) marks.push('em');
  if (node.underline) marks.push('u');
  if (node.strikethrough) marks.push('s');
  if (node.code) marks.push('code');
  return { kind: 'text', lines: plainly(node.text).split(/\r\n|\r|\n/), marks };
}

const texts = (nodes: readonly TextNode[]): TextRun[] => nodes.filter((node) => node.text !== '').map(textRun);

/** The words of a block. A link whose address is not safe leaves its words; an unknown kind of node leaves nothing. */
export function wordsOf(nodes: readonly InlineNode[]): Words {
  return nodes.flatMap((node): Words => {
    if (node.type === 'text') return texts([node]);
    if (node.type !== 'link') return [];
    const words = texts(node.children);
    const address = safeAddress(node.url);
    return address && words.length > 0 ? [{ kind: 'link', address, words }] : words;
  });
}

/** The words alone; each line break becomes a space, or what is asked for. */
export const plainText = (words: Words, lineBreak = ' '): string =>
  words.map((run) => (run.kind === 'text' ? run.lines.join(lineBreak) : plainText(run.words, lineBreak))).join('');

/** Whether nothing can be read there: the editor leaves an empty paragraph for each blank line. */
export const isBlank = (words: Words): boolean => plainText(words).trim() === '';
