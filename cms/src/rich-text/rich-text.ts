/**
 * A node of Strapi's rich text as it is stored: one loose type for every kind, because the functions here only traverse
 * it. What leaves the CMS is shaped by `http/serialise.ts`.
 */
export interface StoredNode {
  type: string;
  text?: string;
  url?: string;
  rel?: string;
  target?: string;
  level?: number;
  format?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  code?: boolean;
  children?: StoredNode[];
  /**
   * What the editor copies of an upload's record: all but its id. `hash` is the name that the file got, which no other
   * has.
   */
  image?: { hash?: string; url?: string; alternativeText?: string | null };
}

/** Returns the blocks of a field, none if it is empty. */
export const storedNodes = (value: unknown): StoredNode[] => (Array.isArray(value) ? (value as StoredNode[]) : []);

/** Returns every node of one type, at any depth. */
export const nodesOfType = (nodes: readonly StoredNode[], type: string): StoredNode[] =>
  nodes.flatMap((node) => [...(node.type === type ? [node] : []), ...nodesOfType(node.children ?? [], type)]);

const tidyNode = (node: StoredNode, tidy: (url: string) => string): StoredNode => ({
  ...node,
  ...(node.type === 'link' && typeof node.url === 'string' && { url: tidy(node.url) }),
  ...(Array.isArray(node.children) && { children: node.children.map((child) => tidyNode(child, tidy)) }),
});

/** Returns rich text with the address of every link as `tidy` returns it; anything that is no rich text as it is. */
export const tidyLinks = (value: unknown, tidy: (url: string) => string): unknown =>
  Array.isArray(value) ? storedNodes(value).map((node) => tidyNode(node, tidy)) : value;

const wordsPerMinute = 225;
const summaryLength = 200;

const textOfNode = (node: StoredNode): string => {
  if (node.type === 'text') return node.text ?? '';
  const inside = (node.children ?? []).map(textOfNode);
  // Items of a list stand apart; pieces of one line belong together ("self" + "-" + "kindness").
  return inside.join(node.type === 'list' ? '\n' : '');
};

/** Returns the text of rich text without its formatting, one block a line. */
export const plainText = (blocks: unknown): string =>
  storedNodes(blocks)
    .map(textOfNode)
    .join('\n')
    .replaceAll(/[ \t\u00A0]+/g, ' ')
    .trim();

/** Counts runs of letters and digits, with the apostrophes and hyphens inside them; a lone dash is no word. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;

/** Returns the reading time in whole minutes, at 225 words a minute and at least 1. */
export const readingMinutes = (blocks: unknown): number =>
  Math.max(1, Math.round(countWords(plainText(blocks)) / wordsPerMinute));

/** Cuts after the last whole sentence if that leaves at least half of the length, else after a whole word. */
const shorten = (text: string, length: number): string => {
  if (text.length <= length) return text;
  const head = text.slice(0, length + 1);
  const sentence = /^.*[.!?…]["”’)]?(?=\s)/su.exec(head)?.[0] ?? '';
  if (sentence.length >= length / 2) return sentence;
  const words = head.slice(0, length).replace(/\s+\S*$/u, '');
  return `${words.replace(/(?<![\s,;:–—-])[\s,;:–—-]+$/u, '')}…`;
};

/** Returns the first paragraph with words in it, at most about 200 characters: the summary of a post that has none. */
export const firstWords = (blocks: unknown): string => {
  const said = storedNodes(blocks)
    .filter((node) => node.type === 'paragraph')
    .map((node) => textOfNode(node).replaceAll(/\s+/gu, ' ').trim())
    .find((text) => countWords(text) > 0);
  return shorten(said ?? '', summaryLength);
};
