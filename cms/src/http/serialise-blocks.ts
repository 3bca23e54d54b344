import type { Core } from '@strapi/strapi';
import type { Block, InlineNode, ListBlock, TextNode } from 'shared';
import { nodesOfType, type StoredNode, storedNodes } from '#src/rich-text/stored-node';
import { pictureFields, pictureOf, type StoredFile } from './picture';

/** The present records of the pictures in rich text, by hash: the editor leaves their ids out of the text. */
export type Files = ReadonlyMap<string, StoredFile>;

const marks = ['bold', 'italic', 'underline', 'strikethrough', 'code'] as const;

const textNode = (node: StoredNode): TextNode => ({
  type: 'text',
  text: node.text ?? '',
  ...Object.fromEntries(marks.filter((mark) => node[mark] === true).map((mark) => [mark, true])),
});

const texts = (nodes: readonly StoredNode[] | undefined): TextNode[] =>
  (nodes ?? []).filter(({ type }) => type === 'text').map(textNode);

const inlines = (node: StoredNode): InlineNode[] =>
  (node.children ?? []).flatMap((child): InlineNode[] => {
    if (child.type === 'link') return [{ type: 'link', url: child.url ?? '', children: texts(child.children) }];
    return texts([child]);
  });

const listBlock = (node: StoredNode): ListBlock => ({
  type: 'list',
  format: node.format === 'ordered' ? 'ordered' : 'unordered',
  children: (node.children ?? []).map((child) =>
    child.type === 'list' ? listBlock(child) : { type: 'list-item', children: inlines(child) },
  ),
});

const block = (node: StoredNode, files: Files): Block[] => {
  switch (node.type) {
    case 'paragraph':
    case 'quote':
    case 'code':
      return [{ type: node.type, children: inlines(node) }];
    case 'heading':
      return [{ type: 'heading', level: node.level ?? 2, children: inlines(node) }];
    case 'list':
      return [listBlock(node)];
    case 'image': {
      const image = pictureOf(files.get(node.image?.hash ?? ''));
      return image === null ? [] : [{ type: 'image', image }];
    }
    default:
      return [];
  }
};

/** Rich text as the contract has it. A picture that was deleted since leaves no hole. */
export const blocksOf = (stored: unknown, files: Files): Block[] =>
  storedNodes(stored).flatMap((node) => block(node, files));

/**
 * Reads the pictures of all these texts in one query. The text itself only keeps a copy of the record from the day on
 * which the picture was put there.
 */
export const filesIn = async (strapi: Core.Strapi, ...stored: unknown[]): Promise<Files> => {
  const hashes = stored.flatMap((text) =>
    nodesOfType(storedNodes(text), 'image').flatMap(({ image }) => image?.hash ?? []),
  );
  if (hashes.length === 0) return new Map();
  const files = (await strapi.db
    .query('plugin::upload.file')
    .findMany({ select: pictureFields, where: { hash: { $in: [...new Set(hashes)] } } })) as StoredFile[];
  return new Map(files.map((file) => [file.hash, file]));
};
