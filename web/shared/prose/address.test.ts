import { describe, expect, it } from 'vitest';
import { safeAddress } from './address';

describe('safeAddress', () => {
  it.each(['https://www.bacp.co.uk/', 'http://example.org/a?b=c#d', 'HTTPS://EXAMPLE.ORG'])(
    'opens %s without a referrer',
    (typed) => {
      expect(safeAddress(typed)).toEqual({ href: typed, external: true });
    },
  );

  it.each([
    'mailto:hello@example.org',
    'tel:+441144960123',
    'sms:85258?body=SHOUT',
    '/about',
    '/blog/a?page=2',
    '#why',
  ])('keeps %s on this site or in the reader’s own programs', (typed) => {
    expect(safeAddress(typed)).toEqual({ href: typed, external: false });
  });

  it('forgives spaces around an address', () => {
    expect(safeAddress('  /fees \n')).toEqual({ href: '/fees', external: false });
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
  ])('refuses %j', (typed) => {
    expect(safeAddress(typed)).toBeNull();
  });
});
