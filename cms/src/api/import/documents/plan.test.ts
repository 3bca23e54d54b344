import { describe, expect, it } from 'vitest';
import { toStrapiBody } from './plan';

const text = (words: string) => [{ type: 'text', text: words }];

describe('toStrapiBody', () => {
  it('makes the blocks of the editor, the P.S. last', () => {
    const body = toStrapiBody({
      body: [
        { kind: 'heading', level: 3, text: 'Sit' },
        { kind: 'paragraph', text: 'Down.' },
        { kind: 'quote', text: '“Rest”' },
        { kind: 'list', ordered: true, items: ['One'] },
        { kind: 'list', ordered: false, items: ['“Two”'] },
      ],
      postscript: 'P.S. Come in.',
    });
    expect(body).toEqual([
      { type: 'heading', level: 3, children: text('Sit') },
      { type: 'paragraph', children: text('Down.') },
      { type: 'quote', children: text('“Rest”') },
      { type: 'list', format: 'ordered', children: [{ type: 'list-item', children: text('One') }] },
      { type: 'list', format: 'unordered', children: [{ type: 'list-item', children: text('“Two”') }] },
      { type: 'paragraph', children: text('P.S. Come in.') },
    ]);
  });
});
