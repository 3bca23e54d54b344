/**
 * Strapi's rich text as it lies in the database: one loose shape for every kind of node, because the rules here only walk
 * through it. What leaves the CMS is shaped by `answers/blocks.ts`.
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
