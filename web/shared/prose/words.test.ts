import type { InlineNode } from 'shared';
import { describe, expect, it } from 'vitest';
import { isBlank, plainText, wordsOf } from './words';

const text = (words: string, marks = {}): InlineNode => ({ type: 'text', text: words, ...marks });

describe('wordsOf', () => {
  it('keeps every mark, outermost first', () => {
    const [run] = wordsOf([text('so', { code: true, bold: true, italic: true, underline: true, strikethrough: true })]);
    expect(run).toEqual({ kind: 'text', lines: ['so'], marks: ['strong', 'em', 'u', 's', 'code'] });
  });

  it('breaks lines where she pressed Shift and Enter', () => {
    expect(wordsOf([text('one\ntwo\r\nthree')])).toEqual([{ kind: 'text', lines: ['one', 'two', 'three'], marks: [] }]);
  });

  it('leaves HTML as the characters that were typed', () => {
    expect(plainText(wordsOf([text('<img src=x onerror=alert(1)> & I <3 you')]))).toBe(
      '<img src=x onerror=alert(1)> & I <3 you',
    );
  });

  it('takes characters away that reorder a line, and leaves right-to-left letters alone', () => {
    expect(plainText(wordsOf([text('user\u202egnp.exe\u202c \u05e9\u05dc\u05d5\u05dd\u200f')]))).toBe(
      'usergnp.exe \u05e9\u05dc\u05d5\u05dd\u200f',
    );
  });

  it('leaves the words of a link that leads nowhere safe', () => {
    const link: InlineNode = {
      type: 'link',
      url: 'javascript:alert(1)',
      children: [{ type: 'text', text: 'press me' }],
    };
    expect(wordsOf([link])).toEqual([{ kind: 'text', lines: ['press me'], marks: [] }]);
  });

  it('leaves a link without words out: nobody could follow or name it', () => {
    expect(wordsOf([{ type: 'link', url: '/about', children: [{ type: 'text', text: '' }] }])).toEqual([]);
  });

  it('passes over a kind of node that it does not know', () => {
    const unknown = { type: 'mention', children: [] } as unknown as InlineNode;
    expect(wordsOf([text('a'), unknown, text('b')]).map((run) => run.kind)).toEqual(['text', 'text']);
  });
});

describe('isBlank', () => {
  it.each(['', '  ', '\n', '\u00a0'])('sees nothing in %j', (words) => {
    expect(isBlank(wordsOf([text(words)]))).toBe(true);
  });
});
