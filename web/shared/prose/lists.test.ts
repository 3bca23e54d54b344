import type { ListBlock, ListItemBlock } from 'shared';
import { describe, expect, it } from 'vitest';
import { isQuoted, listOf } from './lists';

const item = (text: string): ListItemBlock => ({ type: 'list-item', children: [{ type: 'text', text }] });
const list = (children: ListBlock['children'], format: ListBlock['format'] = 'unordered'): ListBlock => ({
  type: 'list',
  format,
  children,
});
const words = (text: string) => [{ kind: 'text', lines: [text], marks: [] }];

describe('listOf', () => {
  it('moves an inner list into the item before it', () => {
    const result = listOf(list([item('tea'), list([item('green'), item('black')], 'ordered'), item('toast')]));
    expect(result.items).toEqual([
      {
        words: words('tea'),
        inner: [
          {
            kind: 'list',
            ordered: true,
            voices: false,
            items: [
              { words: words('green'), inner: [] },
              { words: words('black'), inner: [] },
            ],
          },
        ],
      },
      { words: words('toast'), inner: [] },
    ]);
  });

  it('lifts an inner list that no item stands before', () => {
    expect(listOf(list([list([item('alone')])])).items).toEqual([{ words: words('alone'), inner: [] }]);
  });

  it('leaves blank items and empty inner lists out', () => {
    expect(listOf(list([item(' '), item('one'), list([item('')])])).items).toEqual([
      { words: words('one'), inner: [] },
    ]);
  });

  it('hears the inner voice when every item is a quotation', () => {
    expect(listOf(list([item('“You should have said something.”'), item('"Get it together"…')])).voices).toBe(true);
    expect(listOf(list([item('“Quoted”'), item('not')])).voices).toBe(false);
    expect(listOf(list([item('“Quoted”')], 'ordered')).voices).toBe(false);
    expect(listOf(list([])).voices).toBe(false);
  });
});

describe('isQuoted', () => {
  it('takes a quotation with a stop after it, not a sentence that begins with one', () => {
    expect(isQuoted('“Enough.”')).toBe(true);
    expect(isQuoted('‘Enough’, ')).toBe(true);
    expect(isQuoted('‘I’m the strong one’')).toBe(true);
    expect(isQuoted('“Enough” is a word')).toBe(false);
    expect(isQuoted('“Yes” and “no”')).toBe(false);
  });
});
