import { z } from 'zod';
import { picture } from './pictures.js';

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

export const linkNode = z.object({
  type: z.literal('link'),
  url: z.string(),
  children: z.array(textNode),
});
export type LinkNode = z.infer<typeof linkNode>;

export const inlineNode = z.discriminatedUnion('type', [textNode, linkNode]);
export type InlineNode = z.infer<typeof inlineNode>;

const inlines = z.array(inlineNode);

export const paragraphBlock = z.object({ type: z.literal('paragraph'), children: inlines });
export const headingBlock = z.object({
  type: z.literal('heading'),
  level: z.number().int().min(1).max(6),
  children: inlines,
});
export const quoteBlock = z.object({ type: z.literal('quote'), children: inlines });
export const codeBlock = z.object({ type: z.literal('code'), children: inlines });
/** Differs from Strapi's own shape: `image` is a contract picture, not the whole file record. */
export const imageBlock = z.object({ type: z.literal('image'), image: picture });

export const listItemBlock = z.object({ type: z.literal('list-item'), children: inlines });
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
