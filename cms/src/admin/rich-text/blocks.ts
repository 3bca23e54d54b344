import type { Fragment } from 'prosemirror-model';
import { type Mark, type Node } from 'prosemirror-model';
import { type StoredNode, storedNodes } from '#src/rich-text/rich-text';
import { type Format, formats, schema, storedImage } from './schema';

/** Blocks as they were stored, by the nodes that were made of them: what nobody changes is stored again unchanged. */
export type StoredForms = WeakMap<Node, StoredNode>;

const textKeys = new Set<string>(['type', 'text', ...formats]);

/** Returns what a block was stored with besides the named properties; null if that is nothing. */
const moreOf = (block: StoredNode, known: readonly string[]): Record<string, unknown> | null => {
  const rest = Object.entries(block).filter(([name]) => name !== 'type' && !known.includes(name));
  return rest.length === 0 ? null : Object.fromEntries(rest);
};

const marksOf = (node: StoredNode): Mark[] =>
  formats.filter((format) => node[format] === true).map((format) => schema.mark(format));

/** Text as nodes: in code, line breaks are part of the text. */
const textNodes = (node: StoredNode, marks: readonly Mark[], isCode: boolean): Node[] => {
  const text = (node.text ?? '').replaceAll(/\r\n?/g, '\n');
  if (isCode) return text === '' ? [] : [schema.text(text, marks)];
  return text
    .split('\n')
    .flatMap((line, at) => [
      ...(at === 0 ? [] : [schema.node('line_break', null, [], marks)]),
      ...(line === '' ? [] : [schema.text(line, marks)]),
    ]);
};

const inlineNodes = (block: StoredNode, isCode = false): Node[] =>
  (block.children ?? []).flatMap((child) => {
    if (child.type !== 'link') return textNodes(child, marksOf(child), isCode);
    const { url = '', rel = null, target = null } = child;
    const link = schema.mark('link', { url, rel, target });
    return (child.children ?? []).flatMap((text) => textNodes(text, [link, ...marksOf(text)], isCode));
  });

const listNode = (block: StoredNode, type: 'list' | 'sublist'): Node => {
  const children = (block.children ?? []).map((child) =>
    child.type === 'list'
      ? listNode(child, 'sublist')
      : schema.node('list_item', { more: moreOf(child, ['children']) }, inlineNodes(child)),
  );
  const format = block.format === 'ordered' ? 'ordered' : 'unordered';
  const items = children.length === 0 ? [schema.node('list_item')] : children;
  return schema.node(type, { format, more: moreOf(block, ['format', 'children']) }, items);
};

const blockNode = (block: StoredNode): Node => {
  const more = moreOf(block, ['children']);
  switch (block.type) {
    case 'paragraph':
    case 'quote':
      return schema.node(block.type, { more }, inlineNodes(block));
    case 'code':
      return schema.node('code_block', { more }, inlineNodes({ ...block, children: texts(block) }, true));
    case 'heading':
      return schema.node(
        'heading',
        { level: block.level ?? 2, more: moreOf(block, ['level', 'children']) },
        inlineNodes(block),
      );
    case 'list':
      return listNode(block, 'list');
    case 'image':
      if (storedImage.safeParse(block.image).success)
        return schema.node('image', { image: block.image, more: moreOf(block, ['image']) });
      return schema.node('unknown', { more: block });
    default:
      return schema.node('unknown', { more: block });
  }
};

/** The text of a block of code, which has no links. */
const texts = (block: StoredNode): StoredNode[] =>
  (block.children ?? []).flatMap((child) => (child.type === 'link' ? (child.children ?? []) : [child]));

/** Returns the editor's document for stored rich text, an empty paragraph if there is none. */
export const documentOf = (blocks: unknown, stored?: StoredForms): Node => {
  const children = storedNodes(blocks).map((block) => {
    const node = blockNode(block);
    stored?.set(node, block);
    return node;
  });
  return schema.node('doc', null, children.length === 0 ? [schema.node('paragraph')] : children);
};

/** Returns blocks as the editor's nodes. */
export const fragmentOf = (blocks: readonly StoredNode[]): Fragment => documentOf(blocks).content;

const formatsOf = (node: Node): Partial<Record<Format, true>> =>
  Object.fromEntries(
    formats.filter((format) => node.marks.some(({ type }) => type.name === format)).map((format) => [format, true]),
  );

const isSameText = (one: StoredNode, other: StoredNode): boolean =>
  [...textKeys].every((key) => key === 'text' || one[key as Format] === other[key as Format]);

const append = (nodes: StoredNode[], text: StoredNode): void => {
  const last = nodes.at(-1);
  if (last?.type === 'text' && isSameText(last, text)) last.text = (last.text ?? '') + (text.text ?? '');
  else nodes.push(text);
};

const emptyText = (): StoredNode => ({ type: 'text', text: '' });

/** Puts an empty text before, between and after links, as Strapi's own editor and the import do. */
const withTextAround = (inline: readonly StoredNode[]): StoredNode[] => {
  const isLink = (node: StoredNode | undefined): boolean => node?.type === 'link';
  const nodes = inline.flatMap((node, at) =>
    isLink(node) && (at === 0 || isLink(inline[at - 1])) ? [emptyText(), node] : [node],
  );
  return nodes.length === 0 || isLink(nodes.at(-1)) ? [...nodes, emptyText()] : nodes;
};

const linkOf = ({ attrs }: Mark): StoredNode => ({
  type: 'link',
  url: String(attrs.url),
  ...(attrs.rel !== null && { rel: String(attrs.rel) }),
  ...(attrs.target !== null && { target: String(attrs.target) }),
  children: [],
});

const inlineOf = (block: Node): StoredNode[] => {
  const inline: StoredNode[] = [];
  let before: Mark | undefined;
  block.forEach((node) => {
    const link = node.marks.find(({ type }) => type.name === 'link');
    const text = { type: 'text', text: node.isText ? (node.text ?? '') : '\n', ...formatsOf(node) };
    if (link && !before?.eq(link)) inline.push(linkOf(link));
    append(link ? (inline.at(-1)?.children ?? []) : inline, text);
    before = link;
  });
  return withTextAround(inline);
};

type Rest = Record<string, unknown> | null;
const restOf = (node: Node): Rest => node.attrs.more as Rest;

const listBlock = (node: Node): StoredNode => ({
  type: 'list',
  format: String(node.attrs.format),
  ...restOf(node),
  children: node.children.map((child) =>
    child.type.name === 'sublist'
      ? listBlock(child)
      : { type: 'list-item', ...restOf(child), children: inlineOf(child) },
  ),
});

const blockOf = (node: Node): StoredNode => {
  const rest = restOf(node);
  switch (node.type.name) {
    case 'heading':
      return { type: 'heading', level: Number(node.attrs.level), ...rest, children: inlineOf(node) };
    case 'list':
      return listBlock(node);
    case 'image':
      return { type: 'image', image: storedImage.parse(node.attrs.image), children: [emptyText()], ...rest };
    case 'unknown':
      return rest as unknown as StoredNode;
    default:
      return { type: node.type.name === 'code_block' ? 'code' : node.type.name, ...rest, children: inlineOf(node) };
  }
};

/** Returns a document as it is stored; nothing but an empty paragraph is no text at all. */
export const blocksOf = (document: Node, stored?: StoredForms): StoredNode[] => {
  const only = document.childCount === 1 ? document.firstChild : null;
  if (only?.type.name === 'paragraph' && only.childCount === 0 && !stored?.has(only)) return [];
  return document.children.map((node) => {
    const known = stored?.get(node);
    if (known) return known;
    const block = blockOf(node);
    stored?.set(node, block);
    return block;
  });
};
