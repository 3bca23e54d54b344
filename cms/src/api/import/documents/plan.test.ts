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
  it('keeps links and bold and italic words, with text around a link as the editor wants it', () => {
    const link = { text: 'Workshops', url: 'https://rest.example/workshops' };
    const [paragraph, list] = toStrapiBody({
      body: [
        { kind: 'paragraph', text: 'See Workshops', runs: [{ text: 'See ', bold: true }, link] },
        { kind: 'list', ordered: false, items: ['One', 'Two'], itemRuns: [undefined, [{ text: 'Two', italic: true }]] },
      ],
      postscript: null,
    });
    expect(paragraph).toEqual({
      type: 'paragraph',
      children: [
        { type: 'text', text: 'See ', bold: true },
        { type: 'link', url: link.url, rel: '', target: '', children: text('Workshops') },
        ...text(''),
      ],
    });
    expect(list).toMatchObject({
      children: [{ children: text('One') }, { children: [{ type: 'text', text: 'Two', italic: true }] }],
    });
  });
});
