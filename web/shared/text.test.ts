import { describe, expect, it } from 'vitest';
import { escapeMarkup, nonEmptyLines, paragraphs, splitAtLinks } from './text';

describe('paragraphs', () => {
  it.each([
    ['one', ['one']],
    ['a poem\nof two lines', ['a poem\nof two lines']],
    ['one\n\ntwo\n \t\n\n  three', ['one', 'two', '  three']],
    ['<b>&amp;</b>', ['<b>&amp;</b>']],
    ['', []],
  ])('splits %j into %j', (text, expected) => {
    expect(paragraphs(text)).toEqual(expected);
  });
});

describe('nonEmptyLines', () => {
  it('returns the lines of an address without blank ones', () => {
    expect(nonEmptyLines(' 14 Weavers Yard\n\n Sheffield ')).toEqual(['14 Weavers Yard', 'Sheffield']);
    expect([nonEmptyLines(null), nonEmptyLines(undefined)]).toEqual([[], []]);
  });
});

describe('splitAtLinks', () => {
  it.each([
    ['The meeting is at https://meet.example/two-evenings. It opens early.', ['https://meet.example/two-evenings']],
    [
      '(see https://pay.example/x?a=1&b=2), or https://bank.example/!',
      ['https://pay.example/x?a=1&b=2', 'https://bank.example/'],
    ],
    ['https://meet.example/a\nPasscode: 7', ['https://meet.example/a']],
    ['Ring twice. http://plain.example, javascript:alert(1), https:// and https://[', []],
    ['', []],
  ])('links only the https addresses in %j and loses no text', (text, links) => {
    const parts = splitAtLinks(text);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.flatMap(({ href }) => href ?? [])).toEqual(links);
  });
});

describe('escaped text', () => {
  it('contains nothing that could begin a tag or an entity, or end an attribute', () => {
    expect(escapeMarkup(`<a href='x' title="y">Tom & Ann ]]></a>`)).toBe(
      '&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;Tom &amp; Ann ]]&gt;&lt;/a&gt;',
    );
  });
  it('lacks characters that XML does not allow, and keeps those beyond the first plane', () => {
    expect(escapeMarkup('a\u0008b\u0000c\ud800d\u{1f33f}\n')).toBe('abcd\u{1f33f}\n');
  });
});
