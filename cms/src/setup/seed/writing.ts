import type { Block, InlineNode, TextNode } from 'shared';

/** The pictures of the demo content, by the name of their file. */
export const demoPictureNames = ['room-day', 'room-night', 'table', 'circle', 'portrait'] as const;
export type DemoPicture = (typeof demoPictureNames)[number];

/** A block as it is stored; a picture is still a name, because it has no record before it is uploaded. */
export type DemoBlock = Exclude<Block, { type: 'image' }> | { type: 'demo-picture'; name: DemoPicture };

type Words = string | InlineNode;

const inline = (words: Words): InlineNode => (typeof words === 'string' ? { type: 'text', text: words } : words);

export const italic = (text: string): TextNode => ({ type: 'text', text, italic: true });
export const bold = (text: string): TextNode => ({ type: 'text', text, bold: true });
export const link = (url: string, text: string): InlineNode => ({
  type: 'link',
  url,
  children: [{ type: 'text', text }],
});

export const paragraph = (...words: Words[]): DemoBlock => ({ type: 'paragraph', children: words.map(inline) });
export const quote = (...words: Words[]): DemoBlock => ({ type: 'quote', children: words.map(inline) });
export const heading = (text: string, level: 2 | 3 = 2): DemoBlock => ({
  type: 'heading',
  level,
  children: [inline(text)],
});
export const picture = (name: DemoPicture): DemoBlock => ({ type: 'demo-picture', name });

const list = (format: 'ordered' | 'unordered', items: (Words | Words[])[]): DemoBlock => ({
  type: 'list',
  format,
  children: items.map((item) => ({ type: 'list-item', children: [item].flat().map(inline) })),
});
export const bullets = (...items: (Words | Words[])[]): DemoBlock => list('unordered', items);
export const steps = (...items: (Words | Words[])[]): DemoBlock => list('ordered', items);

/** Lines of an inner voice: every one in quotation marks, which is how the site knows them. */
export const voices = (...lines: string[]): DemoBlock => bullets(...lines.map((line) => `“${line}”`));

/** Rich text as it is stored, with the records of uploaded pictures. */
export const storedBlocks = (blocks: readonly DemoBlock[], pictures: Readonly<Record<DemoPicture, { id: number }>>) =>
  blocks.map((block) =>
    block.type === 'demo-picture'
      ? { type: 'image' as const, image: pictures[block.name], children: [{ type: 'text' as const, text: '' }] }
      : block,
  );
