import type { InlineNode } from 'shared';
import { describe, expect, it } from 'vitest';
import { inlineOf, isBlank, plainText, safeLink } from './inline';

const text = (value: string, marks = {}): InlineNode => ({ type: 'text', text: value, ...marks });

describe('inlineOf', () => {
  it('keeps every mark, outermost first', () => {
    const [run] = inlineOf([
      text('so', { code: true, bold: true, italic: true, underline: true, strikethrough: true }),
    ]);
    expect(run).toEqual({ kind: 'text', lines: ['so'], marks: ['strong', 'em', 'u', 's', 'code'] });
  });

  it('splits a run at its line breaks', () => {
    expect(inlineOf([text('one\ntwo\r\nthree')])).toEqual([
      { kind: 'text', lines: ['one', 'two', 'three'], marks: [] },
    ]);
  });

  it('leaves HTML as literal characters', () => {
    expect(plainText(inlineOf([text('<img src=x onerror=alert(1)> & I <3 you')]))).toBe(
      '<img src=x onerror=alert(1)> & I <3 you',
    );
  });

  it('removes bidirectional overrides and keeps right-to-left letters', () => {
    expect(plainText(inlineOf([text('user\u202egnp.exe\u202c \u05e9\u05dc\u05d5\u05dd\u200f')]))).toBe(
      'usergnp.exe \u05e9\u05dc\u05d5\u05dd\u200f',
    );
  });

  it('turns a link with an unsafe URL into text', () => {
    const link: InlineNode = {
      type: 'link',
      url: 'javascript:alert(1)',
      children: [{ type: 'text', text: 'press me' }],
    };
    expect(inlineOf([link])).toEqual([{ kind: 'text', lines: ['press me'], marks: [] }]);
  });

  it('drops a link without text', () => {
    expect(inlineOf([{ type: 'link', url: '/about', children: [{ type: 'text', text: '' }] }])).toEqual([]);
  });

  it('drops nodes of an unknown kind', () => {
    const unknown = { type: 'mention', children: [] } as unknown as InlineNode;
    expect(inlineOf([text('a'), unknown, text('b')]).map((run) => run.kind)).toEqual(['text', 'text']);
  });
});

describe('isBlank', () => {
  it.each(['', '  ', '\n', '\u00a0'])('is true for %j', (value) => {
    expect(isBlank(inlineOf([text(value)]))).toBe(true);
  });
});

describe('safeLink', () => {
  it.each(['https://www.bacp.co.uk/', 'http://example.org/a?b=c#d', 'HTTPS://EXAMPLE.ORG'])(
    'marks %s as external',
    (url) => {
      expect(safeLink(url)).toEqual({ href: url, external: true });
    },
  );

  it.each([
    'mailto:hello@example.org',
    'tel:+441144960123',
    'sms:85258?body=SHOUT',
    '/about',
    '/blog/a?page=2',
    '#why',
  ])('allows %s as an internal link', (url) => {
    expect(safeLink(url)).toEqual({ href: url, external: false });
  });

  it('trims white space around a URL', () => {
    expect(safeLink('  /fees \n')).toEqual({ href: '/fees', external: false });
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://x/y',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    'https://exa\u202emple.org',
    '',
    '   ',
    'www.example.org',
    'about',
    'https://',
  ])('rejects %j', (url) => {
    expect(safeLink(url)).toBeNull();
  });
});
