import { describe, expect, it } from 'vitest';
import { isOneAddress } from './address';

describe('isOneAddress', () => {
  it.each(['reader@example.org', "o'neil+blog@example.co.uk", 'grüße@exämple.org', 'a@b'])('accepts %s', (address) => {
    expect(isOneAddress(address)).toBe(true);
  });
  it.each([
    'reader@example.org, other@example.org',
    'reader@example.org;other@example.org',
    'reader@example.org\r\nBcc: other@example.org',
    'reader@example.org\u0000',
    'Robin <reader@example.org>',
    '"a b"@example.org',
    'a@b@c',
    'reader',
    '@example.org',
    '',
    `${'a'.repeat(250)}@b.org`,
    'reader@\u202eexample.org',
    'group: a@example.org;',
  ])('rejects %j', (address) => {
    expect(isOneAddress(address)).toBe(false);
  });
});
