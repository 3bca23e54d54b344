import type { Block, ListBlock, ListItemBlock, Picture } from 'shared';
import { describe, expect, it } from 'vitest';
import { bodyOf, isQuotation, listOf, withCover } from './body';
import { plainText } from './inline';

const text = (value: string) => [{ type: 'text' as const, text: value }];
const p = (value: string): Block => ({ type: 'paragraph', children: text(value) });
const h = (level: number, value: string): Block => ({ type: 'heading', level, children: text(value) });
const kinds = (blocks: Block[], as: 'post' | 'page' = 'post') => bodyOf(blocks, as).parts.map((part) => part.kind);

describe('the body of a post', () => {
  it('has a lead, an end mark and numbered sections', () => {
    const body = bodyOf([p('First.'), h(2, 'One'), p('Middle.'), h(2, 'Two'), p('Last.')], 'post');
    expect(body.parts).toMatchObject([
      { isLead: true, isEnd: false },
      { level: 2, id: 'one' },
      { isLead: false, isEnd: false },
      { level: 2, id: 'two' },
      { isLead: false, isEnd: true },
    ]);
    expect(body.isNumbered).toBe(true);
  });

  it('has no end mark or lead where it ends or begins with something other than a paragraph', () => {
    const { parts } = bodyOf([h(2, 'One'), p('Only.'), { type: 'quote', children: text('Said.') }], 'post');
    expect(parts[1]).toMatchObject({ isLead: false, isEnd: false });
  });

  it('shows a quotation that repeats a sentence of the text as a pull quote', () => {
    const quote = (words: string): Block => ({ type: 'quote', children: text(words) });
    const said = p('It’s late. The whole house is asleep but you.');
    const kindOf = (words: string) => bodyOf([said, quote(words)], 'post').parts[1];
    expect(kindOf(' The whole house is  asleep but you!')).toEqual({
      kind: 'pull-quote',
      text: ' The whole house is  asleep but you!',
    });
    expect(kindOf("“It's late. The whole house is asleep”")).toMatchObject({ kind: 'pull-quote' });
    for (const other of ['The whole house is awake.', 'It’s late', 'The whole house is a'])
      expect(kindOf(other)).toMatchObject({ kind: 'quote' });
    expect(bodyOf([said, quote('the whole house is asleep')], 'page').parts[1]).toMatchObject({ kind: 'quote' });
  });

  it.each([
    { why: 'it has one section', blocks: [h(2, 'One'), p('x')] },
    { why: 'its sections have numbers of their own', blocks: [h(2, '1. One'), h(2, '2. Two')] },
    { why: 'its subsections have numbers of their own', blocks: [h(2, 'Why'), h(3, '1. One'), h(2, 'How')] },
  ])('has no section numbers when $why', ({ blocks }) => {
    expect(bodyOf(blocks, 'post').isNumbered).toBe(false);
  });

  it('leaves out blank paragraphs, blank headings and unknown blocks', () => {
    const unknown = { type: 'table', children: [] } as unknown as Block;
    expect(kinds([p(''), h(1, ' '), unknown, p('Text.'), p('\n')])).toEqual(['paragraph']);
  });

  it('does not count blank headings when it assigns levels', () => {
    expect(bodyOf([h(1, ''), h(3, 'A'), h(4, 'B')], 'post').parts).toMatchObject([{ level: 2 }, { level: 3 }]);
  });

  it('keeps white space and HTML in code', () => {
    const code: Block = { type: 'code', children: text('a\n  <b>') };
    expect(bodyOf([p('x'), code], 'page').parts[1]).toEqual({ kind: 'code', text: 'a\n  <b>' });
  });
});

describe('the postscript of a post', () => {
  const psOf = (...blocks: Block[]) => bodyOf(blocks, 'post').postscript.map((inline) => plainText(inline));

  it.each([
    'P.S. If you’re a therapist',
    'P. S. If you’re a therapist',
    'PS: If you’re a therapist',
    'P.S. – If you’re a therapist',
    'P.S.\nIf you’re a therapist',
  ])('is recognised in %j', (value) => {
    expect(psOf(p('Text.'), p(value))).toEqual(['If you’re a therapist']);
  });

  it('includes the paragraphs after it and leaves the end mark to the one before', () => {
    const body = bodyOf([p('Lead.'), p('End.'), p('P.S. One.'), p('Two.')], 'post');
    expect(body.postscript.map((inline) => plainText(inline))).toEqual(['One.', 'Two.']);
    expect(body.parts.at(-1)).toMatchObject({ isEnd: true });
  });

  it('keeps formatting and links', () => {
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
          link: { href: '/about', external: false },
          runs: [{ kind: 'text', lines: ['about me'], marks: [] }],
        },
      ],
    ]);
  });

  it.each([
    { why: 'it is in the middle', blocks: [p('x'), p('P.S. no'), h(2, 'More')] },
    { why: 'it is the whole post', blocks: [p('P.S. no')] },
    { why: 'it is too long', blocks: [p('x'), p('P.S. a'), p('b'), p('c'), p('d')] },
    { why: 'it is only the mark', blocks: [p('x'), p('P.S.')] },
    { why: 'the mark begins another word', blocks: [p('x'), p('PSALMS are songs')] },
  ])('is empty when $why', ({ blocks }) => {
    expect(bodyOf(blocks, 'post').postscript).toEqual([]);
  });

  it('stays in the text of a page', () => {
    expect(bodyOf([p('x'), p('P.S. y')], 'page').parts).toHaveLength(2);
  });
});

const item = (value: string): ListItemBlock => ({ type: 'list-item', children: text(value) });
const list = (children: ListBlock['children'], format: ListBlock['format'] = 'unordered'): ListBlock => ({
  type: 'list',
  format,
  children,
});
const inline = (value: string) => [{ kind: 'text', lines: [value], marks: [] }];

describe('listOf', () => {
  it('moves an inner list into the item before it', () => {
    const result = listOf(list([item('tea'), list([item('green'), item('black')], 'ordered'), item('toast')]));
    expect(result.items).toEqual([
      {
        inline: inline('tea'),
        lists: [
          {
            kind: 'list',
            isOrdered: true,
            isAllQuotes: false,
            items: [
              { inline: inline('green'), lists: [] },
              { inline: inline('black'), lists: [] },
            ],
          },
        ],
      },
      { inline: inline('toast'), lists: [] },
    ]);
  });

  it('keeps the items of an inner list that has no item before it', () => {
    expect(listOf(list([list([item('alone')])])).items).toEqual([{ inline: inline('alone'), lists: [] }]);
  });

  it('leaves out blank items and empty inner lists', () => {
    expect(listOf(list([item(' '), item('one'), list([item('')])])).items).toEqual([
      { inline: inline('one'), lists: [] },
    ]);
  });

  it('marks an unordered list whose items are all quotations', () => {
    expect(listOf(list([item('“You should have said something.”'), item('"Get it together"…')])).isAllQuotes).toBe(
      true,
    );
    expect(listOf(list([item('“Quoted”'), item('not')])).isAllQuotes).toBe(false);
    expect(listOf(list([item('“Quoted”')], 'ordered')).isAllQuotes).toBe(false);
    expect(listOf(list([])).isAllQuotes).toBe(false);
  });
});

describe('isQuotation', () => {
  it('allows punctuation after the quotation, but no other text', () => {
    expect(isQuotation('“Enough.”')).toBe(true);
    expect(isQuotation('‘Enough’, ')).toBe(true);
    expect(isQuotation('‘I’m the strong one’')).toBe(true);
    expect(isQuotation('“Enough” is a word')).toBe(false);
    expect(isQuotation('“Yes” and “no”')).toBe(false);
  });
});

describe('the picture of a post', () => {
  const cover: Picture = {
    url: '/uploads/window.jpg',
    alt: 'A window',
    caption: null,
    width: 800,
    height: 600,
    focus: null,
    sizes: [],
  };
  const withPicture = (...blocks: Block[]) => withCover(bodyOf(blocks, 'post').parts, cover).map(({ kind }) => kind);

  it('stands after the lead, and above a text that begins with something else', () => {
    expect(withPicture(p('Lead.'), h(2, 'One'), p('End.'))).toEqual(['paragraph', 'picture', 'heading', 'paragraph']);
    expect(withPicture(h(2, 'One'), p('End.'))).toEqual(['picture', 'heading', 'paragraph']);
    expect(withPicture()).toEqual(['picture']);
  });
});
