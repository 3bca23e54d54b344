import { type StoredNode, storedNodes } from './rich-text';

const tidyNode = (node: StoredNode, tidy: (url: string) => string): StoredNode => ({
  ...node,
  ...(node.type === 'link' && typeof node.url === 'string' && { url: tidy(node.url) }),
  ...(Array.isArray(node.children) && { children: node.children.map((child) => tidyNode(child, tidy)) }),
});

/** Returns rich text with the address of every link as `tidy` returns it; anything that is no rich text as it is. */
export const tidyLinks = (value: unknown, tidy: (url: string) => string): unknown =>
  Array.isArray(value) ? storedNodes(value).map((node) => tidyNode(node, tidy)) : value;
