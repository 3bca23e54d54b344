import type { Block } from 'shared';
import { describe, expect, it } from 'vitest';
import { bodyOf } from './body';
import { plainText } from './words';

const words = (text: string) => [{ type: 'text' as const, text }];
const p = (text: string): Block => ({ type: 'paragraph', children: words(text) });
const h = (level: number, text: string): Block => ({ type: 'heading', level, children: words(text) });
const kinds = (blocks: Block[], as: 'post' | 'page' = 'post') => bodyOf(blocks, as).parts.map((part) => part.kind);

describe('bodyOf a post', () => {
  it('has a lead, an end mark and numbered sections', () => {
    const body = bodyOf([p('First.'), h(2, 'One'), p('Middle.'), h(2, 'Two'), p('Last.')], 'post');
    expect(body.parts).toMatchObject([
      { lead: true, end: false },
      { level: 2, id: 'one' },
      { lead: false, end: false },
      { level: 2, id: 'two' },
      { lead: false, end: true },
    ]);
    expect(body.numbered).toBe(true);
  });

  it('marks no end when something else than a paragraph closes it, and no lead when something else opens it', () => {
    const { parts } = bodyOf([h(2, 'One'), p('Only.'), { type: 'quote', children: words('Said.') }], 'post');
    expect(parts[1]).toMatchObject({ lead: false, end: false });
  });

  it.each([
    { why: 'one section is no series', blocks: [h(2, 'One'), p('x')] },
    { why: 'her own numbers are enough', blocks: [h(2, '1. One'), h(2, '2. Two')] },
    { why: 'her own numbers below the sections are, too', blocks: [h(2, 'Why'), h(3, '1. One'), h(2, 'How')] },
  ])('has no numbers: $why', ({ blocks }) => {
    expect(bodyOf(blocks, 'post').numbered).toBe(false);
  });

  it('leaves blank paragraphs, blank headings and blocks of a later day out', () => {
    const unknown = { type: 'table', children: [] } as unknown as Block;
    expect(kinds([p(''), h(1, ' '), unknown, p('Words.'), p('\n')])).toEqual(['paragraph']);
  });

  it('skips no level because of a blank heading', () => {
    expect(bodyOf([h(1, ''), h(3, 'A'), h(4, 'B')], 'post').parts).toMatchObject([{ level: 2 }, { level: 3 }]);
  });

  it('keeps code as it was typed', () => {
    const code: Block = { type: 'code', children: words('a\n  <b>') };
    expect(bodyOf([p('x'), code], 'page').parts[1]).toEqual({ kind: 'code', text: 'a\n  <b>' });
  });
});

describe('the postscript', () => {
  const psOf = (...blocks: Block[]) => bodyOf(blocks, 'post').postscript.map((words) => plainText(words));

  it.each([
    'P.S. If you’re a therapist',
    'P. S. If you’re a therapist',
    'PS: If you’re a therapist',
    'P.S. – If you’re a therapist',
    'P.S.\nIf you’re a therapist',
  ])('%j', (text) => {
    expect(psOf(p('Words.'), p(text))).toEqual(['If you’re a therapist']);
  });

  it('takes the paragraphs after it along and gives the end mark to the one before', () => {
    const body = bodyOf([p('Lead.'), p('End.'), p('P.S. One.'), p('Two.')], 'post');
    expect(body.postscript.map((words) => plainText(words))).toEqual(['One.', 'Two.']);
    expect(body.parts.at(-1)).toMatchObject({ end: true });
  });

  it('keeps marks and links of its words', () => {
    const block: Block = {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'P.S.', bold: true },
        { type: 'text', text: ' See ' },
        { type: 'link', url: '/about', children: [{ type: 'text', text: 'about me' }] },
      ],
    };
    expect(bodyOf([p('x'), block], 'post').postscript).toEqual([
      [
        { kind: 'text', lines: ['See '], marks: [] },
        {
          kind: 'link',
          address: { href: '/about', external: false },
          words: [{ kind: 'text', lines: ['about me'], marks: [] }],
        },
      ],
    ]);
  });

  it.each([
    { why: 'in the middle', blocks: [p('x'), p('P.S. no'), h(2, 'More')] },
    { why: 'the whole post', blocks: [p('P.S. no')] },
    { why: 'too long', blocks: [p('x'), p('P.S. a'), p('b'), p('c'), p('d')] },
    { why: 'only the mark', blocks: [p('x'), p('P.S.')] },
    { why: 'another word', blocks: [p('x'), p('PSALMS are songs')] },
  ])('is none: $why', ({ blocks }) => {
    expect(bodyOf(blocks, 'post').postscript).toEqual([]);
  });

  it('is no part of a page', () => {
    expect(bodyOf([p('x'), p('P.S. y')], 'page').parts).toHaveLength(2);
  });
});
