import { type DOMOutputSpec, type MarkSpec, type Node, type NodeSpec, Schema } from 'prosemirror-model';
import { z } from 'zod';

/**
 * What the editor can hold: exactly what Strapi's rich text ("blocks") can store. A quotation and an item of a list
 * hold text only, and a nested list is a sibling of the item that it belongs to. `more` carries what else was stored
 * with a block, so that it is stored again.
 * @see https://prosemirror.net/docs/guide/#schema
 */
const more = { default: null };

/** The part of a picture's record that the editor itself needs. */
export const storedImage = z.looseObject({
  hash: z.string(),
  url: z.string(),
  alternativeText: z.string().nullish(),
});
export type StoredImage = z.output<typeof storedImage>;

/** Returns the picture in an attribute of an element that was copied from this editor, null for anything else. */
const imageOf = (json: string): StoredImage | null => {
  try {
    return storedImage.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
};

const imageToDom = (node: Node): DOMOutputSpec => {
  const image = imageIn(node);
  const attributes = { src: image.url, alt: image.alternativeText ?? '' };
  return ['figure', { 'data-image': JSON.stringify(image) }, ['img', attributes]];
};

const listToDom = (node: Node): [string, number] => [node.attrs.format === 'ordered' ? 'ol' : 'ul', 0];

const listRules = (context: string) =>
  (['ordered', 'unordered'] as const).map((format) => ({
    tag: format === 'ordered' ? 'ol' : 'ul',
    attrs: { format },
    context,
  }));

const list = { content: '(list_item | sublist)+', attrs: { format: { default: 'unordered' }, more } };

const nodes = {
  doc: { content: 'block+' },
  paragraph: {
    group: 'block',
    content: 'inline*',
    attrs: { more },
    parseDOM: [{ tag: 'p' }],
    toDOM: () => ['p', 0],
  },
  heading: {
    group: 'block',
    content: 'inline*',
    defining: true,
    attrs: { level: { default: 2 }, more },
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
    toDOM: ({ attrs }) => [`h${String(attrs.level)}`, 0],
  },
  quote: {
    group: 'block',
    content: 'inline*',
    defining: true,
    attrs: { more },
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: () => ['blockquote', 0],
  },
  code_block: {
    group: 'block',
    content: 'text*',
    marks: 'bold italic underline strikethrough code',
    code: true,
    defining: true,
    attrs: { more },
    parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
    toDOM: () => ['pre', 0],
  },
  list: { ...list, group: 'block', parseDOM: listRules('doc/'), toDOM: listToDom },
  // In an element of its own, because a list in HTML holds items only.
  sublist: {
    ...list,
    parseDOM: listRules('list/|sublist/'),
    toDOM: (node) => ['li', { class: 'sublist' }, listToDom(node)],
  },
  list_item: {
    content: 'inline*',
    defining: true,
    attrs: { more },
    parseDOM: [{ tag: 'li.sublist', skip: true }, { tag: 'li' }],
    toDOM: () => ['li', 0],
  },
  image: {
    group: 'block',
    atom: true,
    draggable: true,
    attrs: { image: {}, more },
    parseDOM: [
      {
        tag: 'figure[data-image]',
        getAttrs: (element) => {
          const image = imageOf(element.getAttribute('data-image') ?? '');
          return image === null ? false : { image };
        },
      },
    ],
    toDOM: imageToDom,
  },
  /** A kind of block that this editor does not know: shown as such, and stored as it was. */
  unknown: {
    group: 'block',
    atom: true,
    attrs: { more },
    toDOM: () => ['p', { class: 'unknown' }, 'This part can’t be shown here. It stays as it is.'],
  },
  text: { group: 'inline' },
  line_break: {
    group: 'inline',
    inline: true,
    selectable: false,
    linebreakReplacement: true,
    leafText: () => '\n',
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
} satisfies Record<string, NodeSpec>;

const marks = {
  link: {
    attrs: { url: {}, rel: { default: '' }, target: { default: '' } },
    inclusive: false,
    parseDOM: [{ tag: 'a[href]', getAttrs: (element) => ({ url: element.getAttribute('href') }) }],
    toDOM: ({ attrs }) => ['a', { href: String(attrs.url), title: String(attrs.url) }, 0],
  },
  bold: {
    parseDOM: [{ tag: 'strong' }, { tag: 'b' }, { style: 'font-weight=bold' }],
    toDOM: () => ['strong', 0],
  },
  italic: { parseDOM: [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }], toDOM: () => ['em', 0] },
  underline: { parseDOM: [{ tag: 'u' }], toDOM: () => ['u', 0] },
  strikethrough: { parseDOM: [{ tag: 's' }, { tag: 'del' }], toDOM: () => ['s', 0] },
  code: { parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
} satisfies Record<string, MarkSpec>;

export const schema = new Schema({ nodes, marks });

/** The formatting of text, by the names under which it is stored. */
export const formats = ['bold', 'italic', 'underline', 'strikethrough', 'code'] as const;
export type Format = (typeof formats)[number];

/** Returns the picture of an image node. */
export const imageIn = (node: Node): StoredImage => storedImage.parse(node.attrs.image);
