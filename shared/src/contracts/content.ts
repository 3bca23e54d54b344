import { z } from 'zod';
import { slug } from './envelope.js';

/** What posts, pages and workshops are made of: pictures, rich text, authors, and what search engines are told. */

/** One stored size of a picture. `url` is its path on the CMS, `/uploads/<file>`; sizes are pixels. */
export const pictureSize = z.object({
  url: z.string().regex(/^\/uploads\/[\w.-]+$/),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
export type PictureSize = z.infer<typeof pictureSize>;

/**
 * A picture: the original (`url`, `width`, `height`), and in `sizes` the smaller ones that were made of it, narrowest
 * first. `alt` is never empty for a picture that says something. `focus` is the point that must stay visible when the
 * picture is cropped, in per cent from the top left.
 */
export const picture = pictureSize.extend({
  alt: z.string(),
  caption: z.string().nullable(),
  sizes: z.array(pictureSize),
  focus: z.object({ x: z.number(), y: z.number() }).nullable(),
});
export type Picture = z.infer<typeof picture>;

/** Strapi's rich text ("blocks") as the CMS serves it: https://docs.strapi.io/cms/features/content-manager */
export const textNode = z.object({
  type: z.literal('text'),
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  underline: z.boolean().optional(),
  strikethrough: z.boolean().optional(),
  code: z.boolean().optional(),
});
export type TextNode = z.infer<typeof textNode>;

const linkNode = z.object({ type: z.literal('link'), url: z.string(), children: z.array(textNode) });
export type LinkNode = z.infer<typeof linkNode>;

const inlineNode = z.discriminatedUnion('type', [textNode, linkNode]);
export type InlineNode = z.infer<typeof inlineNode>;

const inlines = z.array(inlineNode);

const paragraphBlock = z.object({ type: z.literal('paragraph'), children: inlines });
const headingBlock = z.object({
  type: z.literal('heading'),
  level: z.number().int().min(1).max(6),
  children: inlines,
});
const quoteBlock = z.object({ type: z.literal('quote'), children: inlines });
const codeBlock = z.object({ type: z.literal('code'), children: inlines });
/** Differs from Strapi's own shape: `image` is a contract picture, not the whole file record. */
const imageBlock = z.object({ type: z.literal('image'), image: picture });

const listItemBlock = z.object({ type: z.literal('list-item'), children: inlines });
export type ListItemBlock = z.infer<typeof listItemBlock>;

/** A nested list is a sibling of the item that it belongs to, not its child: that is how Strapi's editor stores it. */
export interface ListBlock {
  type: 'list';
  format: 'ordered' | 'unordered';
  children: (ListItemBlock | ListBlock)[];
}
export const listBlock: z.ZodType<ListBlock> = z.object({
  type: z.literal('list'),
  format: z.enum(['ordered', 'unordered']),
  get children() {
    return z.array(z.union([listItemBlock, listBlock]));
  },
});

export const block = z.union([paragraphBlock, headingBlock, quoteBlock, codeBlock, imageBlock, listBlock]);
export type Block = z.infer<typeof block>;

export const blocks = z.array(block);

export const authorName = z.object({ slug, name: z.string() });

/** `role` is the line under the name, e.g. "Counsellor, MBACP (Accred.)". */
export const author = authorName.extend({
  role: z.string().nullable(),
  bio: blocks,
  portrait: picture.nullable(),
});
export type Author = z.infer<typeof author>;

/** What search engines and link previews show instead of title, summary and cover, where the counsellor filled it in. */
export const seo = z.object({
  title: z.string().nullable(),
  description: z.string().nullable(),
  image: picture.nullable(),
  noindex: z.boolean(),
});
export type Seo = z.infer<typeof seo>;
