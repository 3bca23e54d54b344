import type { Core } from '@strapi/strapi';
import {
  type Block,
  type InlineNode,
  type ListBlock,
  type Picture,
  type PictureSize,
  type Seo,
  type TextNode,
} from 'shared';
import type { Addresses } from '#src/rich-text/link-hosts';
import { readLink } from '#src/rich-text/links';
import { nodesOfType, type StoredNode, storedNodes } from '#src/rich-text/rich-text';
import { settingsOf } from '#src/settings';
import { textOrNull } from '#src/text/text-or-null';

/** What rich text needs besides itself to be shown. */
export interface TextSources {
  /** The present records of the pictures, by hash: the editor leaves their ids out of the text. */
  readonly files: ReadonlyMap<string, StoredFile>;
  readonly addresses: Addresses;
}

const marks = ['bold', 'italic', 'underline', 'strikethrough', 'code'] as const;

const textNode = (node: StoredNode): TextNode => ({
  type: 'text',
  text: node.text ?? '',
  ...Object.fromEntries(marks.filter((mark) => node[mark] === true).map((mark) => [mark, true])),
});

const texts = (nodes: readonly StoredNode[] | undefined): TextNode[] =>
  (nodes ?? []).filter(({ type }) => type === 'text').map(textNode);

/** A link that cannot work is shown as its text. */
const inlines = (node: StoredNode, { addresses }: TextSources): InlineNode[] =>
  (node.children ?? []).flatMap((child): InlineNode[] => {
    if (child.type !== 'link') return texts([child]);
    const link = readLink(child.url ?? '', addresses);
    return 'problem' in link
      ? texts(child.children)
      : [{ type: 'link', url: link.url, children: texts(child.children) }];
  });

const listBlock = (node: StoredNode, sources: TextSources): ListBlock => ({
  type: 'list',
  format: node.format === 'ordered' ? 'ordered' : 'unordered',
  children: (node.children ?? []).map((child) =>
    child.type === 'list' ? listBlock(child, sources) : { type: 'list-item', children: inlines(child, sources) },
  ),
});

const block = (node: StoredNode, sources: TextSources): Block[] => {
  switch (node.type) {
    case 'paragraph':
    case 'quote':
    case 'code':
      return [{ type: node.type, children: inlines(node, sources) }];
    case 'heading':
      return [{ type: 'heading', level: node.level ?? 2, children: inlines(node, sources) }];
    case 'list':
      return [listBlock(node, sources)];
    case 'image': {
      const image = pictureOf(sources.files.get(node.image?.hash ?? ''));
      return image === null ? [] : [{ type: 'image', image }];
    }
    default:
      return [];
  }
};

/**
 * Returns rich text in the shape of the contract, without pictures that have been deleted since. No link leads to the
 * CMS.
 */
export const blocksOf = (stored: unknown, sources: TextSources): Block[] =>
  storedNodes(stored).flatMap((node) => block(node, sources));

/**
 * Reads the pictures of all these texts in one query. The text itself only keeps a copy of the record from the day on
 * which the picture was put there.
 */
export const sourcesOf = async (strapi: Core.Strapi, ...stored: unknown[]): Promise<TextSources> => {
  const addresses = settingsOf(strapi);
  const hashes = stored.flatMap((text) =>
    nodesOfType(storedNodes(text), 'image').flatMap(({ image }) => image?.hash ?? []),
  );
  if (hashes.length === 0) return { files: new Map(), addresses };
  const files = (await strapi.db
    .query('plugin::upload.file')
    .findMany({ select: pictureFields, where: { hash: { $in: [...new Set(hashes)] } } })) as StoredFile[];
  return { files: new Map(files.map((file) => [file.hash, file])), addresses };
};

/**
 * Returns ISO 8601 for an instant from either database: SQLite stores milliseconds, PostgreSQL's driver makes a Date.
 */
export const instantOf = (value: Date | string | number): string => new Date(value).toISOString();

export const instantOrNull = (value: Date | string | number | null): string | null =>
  value === null ? null : instantOf(value);

interface StoredSize {
  url: string | null;
  width: number | null;
  height: number | null;
}

/** An upload as the database has it; `formats` are the smaller sizes that were made of it. */
export interface StoredFile extends StoredSize {
  hash: string;
  alternativeText: string | null;
  caption: string | null;
  focalPoint?: { x: number; y: number } | null;
  formats: Record<string, StoredSize> | null;
}

/** Returns the path at which the site requests a file: the same for this disk and for a bucket. */
const pathOfFile = (url: string): string =>
  `/uploads/${
    url
      .replace(/[?#].*$/s, '')
      .split('/')
      .at(-1) ?? ''
  }`;

const sizeOf = ({ url, width, height }: StoredSize): PictureSize | null =>
  url && width && height ? { url: pathOfFile(url), width, height } : null;

/**
 * Returns the picture in the shape of the contract, or null if its size in pixels is unknown: a page could not reserve
 * room for it.
 */
export const pictureOf = (file: StoredFile | null | undefined): Picture | null => {
  const original = file ? sizeOf(file) : null;
  if (!file || original === null) return null;
  const smaller = Object.values(file.formats ?? {}).flatMap((format) => sizeOf(format) ?? []);
  const { focalPoint } = file;
  return {
    ...original,
    alt: textOrNull(file.alternativeText) ?? '',
    caption: textOrNull(file.caption),
    sizes: smaller.sort((a, b) => a.width - b.width),
    focus: focalPoint ? { x: focalPoint.x, y: focalPoint.y } : null,
  };
};

/** The columns that `pictureOf` reads. */
export const pictureFields = ['hash', 'url', 'width', 'height', 'alternativeText', 'caption', 'focalPoint', 'formats'];

export interface StoredSeo {
  title: string | null;
  description: string | null;
  image: StoredFile | null;
  noindex: boolean | null;
}

/** Returns what search engines and previews are told instead of title, summary and cover. */
export const seoOf = (seo: StoredSeo | null): Seo => ({
  title: textOrNull(seo?.title),
  description: textOrNull(seo?.description),
  image: pictureOf(seo?.image),
  noindex: seo?.noindex ?? false,
});

export const seoFields = { populate: { image: { select: pictureFields } } };
