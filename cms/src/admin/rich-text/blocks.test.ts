import fc from 'fast-check';
import { blocks as contract } from 'shared';
import { describe, expect, it } from 'vitest';
import type { StoredNode } from '#src/rich-text/rich-text';
import { blocksOf, documentOf, type StoredForms } from './blocks';
import { formats, schema } from './schema';

/** Rich text as Strapi accepts it: every kind of block, also where no editor would write it like that. */
const text = fc.record(
  {
    type: fc.constant('text'),
    text: fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\n', '–', '🌊', 'ש') }),
    ...Object.fromEntries(formats.map((format) => [format, fc.boolean()])),
  },
  { requiredKeys: ['type', 'text'] },
) as fc.Arbitrary<StoredNode>;
const texts = fc.array(text, { minLength: 1, maxLength: 3 });
const link: fc.Arbitrary<StoredNode> = fc.record(
  {
    type: fc.constant('link'),
    url: fc.constantFrom('/about', 'https://example.org/', 'mailto:a@example.org'),
    rel: fc.constant(''),
    target: fc.constant(''),
    children: texts,
  },
  { requiredKeys: ['type', 'url', 'children'] },
);
const inline = fc.array(fc.oneof(text, link), { minLength: 1, maxLength: 4 });
const lists = fc.letrec<{ list: StoredNode; item: StoredNode }>((tie) => ({
  item: fc.record({ type: fc.constant('list-item'), children: inline }),
  list: fc.record({
    type: fc.constant('list'),
    format: fc.constantFrom('ordered', 'unordered'),
    children: fc.array(fc.oneof({ maxDepth: 3 }, tie('item'), tie('list')), { minLength: 1, maxLength: 3 }),
  }),
}));
const image: fc.Arbitrary<StoredNode> = fc.record({
  type: fc.constant('image'),
  image: fc.record({ hash: fc.constant('door_1a2b'), url: fc.constant('/uploads/door_1a2b.jpg'), size: fc.nat() }),
  children: fc.constant([{ type: 'text', text: '' }]),
});
const block = fc.oneof(
  fc.record({ type: fc.constantFrom('paragraph', 'quote'), children: inline }),
  fc.record({ type: fc.constant('heading'), level: fc.integer({ min: 1, max: 6 }), children: inline }),
  fc.record({ type: fc.constant('code'), language: fc.constantFrom('plaintext', null), children: texts }),
  lists.list,
  image,
) as fc.Arbitrary<StoredNode>;
const richText = fc.array(block, { maxLength: 5 });

/** What readers see of a text: each line with the format of each character. */
const shown = (nodes: readonly StoredNode[], link = ''): unknown[] =>
  nodes.flatMap((node): unknown[] => {
    if (node.type === 'link') return shown(node.children ?? [], `${node.url}`);
    if (node.type !== 'text') return [[node.type, node.format, node.level, node.image], ...shown(node.children ?? [])];
    const style = formats.filter((format) => node[format] === true).join();
    return [...(node.text ?? '')].map((character) => `${character}${style}${link}`);
  });

const throughEditor = (blocks: StoredNode[]): StoredNode[] => blocksOf(documentOf(blocks));

describe('rich text in the editor', () => {
  it('is stored again as the very same blocks where nobody changed it', () => {
    fc.assert(
      fc.property(richText, (blocks) => {
        const stored: StoredForms = new WeakMap();
        expect(blocksOf(documentOf(blocks, stored), stored)).toEqual(blocks);
      }),
    );
  });

  it('always fits the schema of the editor', () => {
    fc.assert(fc.property(richText, (blocks) => documentOf(blocks).check()));
  });

  it('keeps every character, format, link and list of a block that is changed', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
        const again = throughEditor(blocks);
        const isBlank = again.length === 0;
        if (!isBlank) expect(shown(again)).toEqual(shown(blocks));
        expect(throughEditor(again)).toEqual(again);
      }),
    );
  });

  it('is stored in the shape of the contract', () => {
    const body = throughEditor([
      { type: 'list', format: 'ordered', children: [{ type: 'list-item', children: [{ type: 'text', text: 'one' }] }] },
      { type: 'paragraph', children: [{ type: 'text', text: 'two', bold: true }] },
    ]);
    expect(contract.parse(body)).toEqual(body);
  });

  it('has text around each link, and keeps what else was stored with a block', () => {
    const blocks: StoredNode[] = [
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: '' },
          { type: 'link', url: '/a', rel: '', target: '', children: [{ type: 'text', text: 'a' }] },
          { type: 'text', text: '' },
          { type: 'link', url: '/b', rel: '', target: '', children: [{ type: 'text', text: 'b', bold: true }] },
          { type: 'text', text: '' },
        ],
      },
      { type: 'code', language: 'css', children: [{ type: 'text', text: 'a\n  b' }] } as StoredNode,
      {
        type: 'list',
        format: 'unordered',
        children: [
          { type: 'list-item', children: [{ type: 'text', text: 'x' }] },
          {
            type: 'list',
            format: 'ordered',
            indentLevel: 1,
            children: [{ type: 'list-item', children: [{ type: 'text', text: 'y' }] }],
          } as StoredNode,
        ],
      },
    ];
    expect(throughEditor(blocks)).toEqual(blocks);
  });

  it('keeps a kind of block that the editor does not know', () => {
    const blocks: StoredNode[] = [{ type: 'callout', level: 7, children: [] }];
    expect(throughEditor(blocks)).toEqual(blocks);
  });

  it('is empty where there is only an empty paragraph', () => {
    expect(blocksOf(schema.node('doc', null, [schema.node('paragraph')]))).toEqual([]);
    expect(blocksOf(documentOf(null))).toEqual([]);
  });
});
