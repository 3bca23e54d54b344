import { cleanInline, cleanLine, isVisible } from 'shared';
import { type StoredNode, storedNodes } from './rich-text';

const cleanText = (node: StoredNode): StoredNode =>
  typeof node.text === 'string' ? { ...node, text: cleanInline(node.text) } : node;

const textIn = (node: StoredNode): string => (node.text ?? '') + (node.children ?? []).map(textIn).join('');

const cleanImage = (node: StoredNode): StoredNode => {
  const { image } = node;
  if (image === undefined) return node;
  const words = Object.entries(image).map(([name, value]) =>
    (name === 'alternativeText' || name === 'caption') && typeof value === 'string'
      ? ([name, cleanLine(value)] as const)
      : ([name, value] as const),
  );
  return { ...node, image: Object.fromEntries(words) as typeof image };
};

/** Returns what is inside a block or a link: a link that shows nothing leaves its spaces only. */
const cleanChildren = (children: readonly StoredNode[]): StoredNode[] =>
  children.flatMap((child) => {
    const clean = cleanNode(child);
    return clean.type === 'link' && !isVisible(textIn(clean)) ? (clean.children ?? []) : [clean];
  });

function cleanNode(node: StoredNode): StoredNode {
  const clean = node.type === 'image' ? cleanImage(node) : cleanText(node);
  return Array.isArray(clean.children) ? { ...clean, children: cleanChildren(clean.children) } : clean;
}

/**
 * Returns rich text without what readers would stumble over: control and zero-width characters, headings and links that
 * show nothing, spaces around descriptions of pictures. Anything that is no rich text stays as it is. Applied twice, it
 * changes nothing more.
 */
export const cleanRichText = (value: unknown): unknown =>
  Array.isArray(value)
    ? storedNodes(value)
        .map(cleanNode)
        .filter((block) => block.type !== 'heading' || isVisible(textIn(block)))
    : value;
