/**
 * Strapi's rich text as it lies in the database: one loose shape for every kind of node, because the rules here only walk
 * through it. What leaves the CMS is shaped by `http/serialise.ts`.
 */
export interface StoredNode {
  type: string;
  text?: string;
  url?: string;
  level?: number;
  format?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  code?: boolean;
  children?: StoredNode[];
  /** What the editor copies of an upload's record: all but its id. `hash` is the name that the file got, which no other has. */
  image?: { hash?: string; url?: string; alternativeText?: string | null };
}

/** The blocks of a field that may still be empty. */
export const storedNodes = (value: unknown): StoredNode[] => (Array.isArray(value) ? (value as StoredNode[]) : []);

/** Every node of a kind, wherever it is nested. */
export const nodesOfType = (nodes: readonly StoredNode[], type: string): StoredNode[] =>
  nodes.flatMap((node) => [...(node.type === type ? [node] : []), ...nodesOfType(node.children ?? [], type)]);

const wordsPerMinute = 225;
const summaryLength = 200;

const textOfNode = (node: StoredNode): string => {
  if (node.type === 'text') return node.text ?? '';
  const inside = (node.children ?? []).map(textOfNode);
  // Items of a list stand apart; pieces of one line belong together ("self" + "-" + "kindness").
  return inside.join(node.type === 'list' ? '\n' : '');
};

/** The words of rich text without their dress, one block a line. Two bodies with the same text say the same. */
export const plainText = (blocks: unknown): string =>
  storedNodes(blocks)
    .map(textOfNode)
    .join('\n')
    .replaceAll(/[ \t\u00A0]+/g, ' ')
    .trim();

/** A word is a run of letters and digits with the apostrophes and hyphens inside it; a lone dash is none. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;

/** Whole minutes at 225 words a minute, at least 1. */
export const readingMinutes = (blocks: unknown): number =>
  Math.max(1, Math.round(countWords(plainText(blocks)) / wordsPerMinute));

/** Cut at the end of a sentence if at least half of the length is left then, else after a whole word. */
const shorten = (text: string, length: number): string => {
  if (text.length <= length) return text;
  const head = text.slice(0, length + 1);
  const sentence = /^.*[.!?…]["”’)]?(?=\s)/su.exec(head)?.[0] ?? '';
  if (sentence.length >= length / 2) return sentence;
  const words = head.slice(0, length).replace(/\s+\S*$/u, '');
  return `${words.replace(/[\s,;:–—-]+$/u, '')}…`;
};

/** The first paragraph that says something, in at most about 200 characters: what stands in for a summary. */
export const firstWords = (blocks: unknown): string => {
  const said = storedNodes(blocks)
    .filter((node) => node.type === 'paragraph')
    .map((node) => textOfNode(node).replaceAll(/\s+/gu, ' ').trim())
    .find((text) => countWords(text) > 0);
  return shorten(said ?? '', summaryLength);
};
