import { describe, expect, it } from 'vitest';
import { LinkKeys } from '#src/security/link-keys';
import { privateCodeOf, privateTokenOf, readPrivateToken } from './private-comment-token';

const keys = new LinkKeys('one secret that is long enough for a test');
const to = { number: 12, linkVersion: 3 };

describe('a private link', () => {
  it('opens what it was made for', () => {
    const token = privateTokenOf(keys, to);
    expect(token).toMatch(/^12\.3\.[\w-]{43}$/);
    expect(readPrivateToken(keys, token)).toEqual(to);
  });

  it('opens nothing when any part of it was changed', () => {
    const token = privateTokenOf(keys, to);
    for (const other of [
      token.replace('12.', '13.'),
      token.replace('.3.', '.4.'),
      token.slice(0, -1),
      `0${token}`.replace('012', '12x'),
      '',
    ]) {
      expect(readPrivateToken(keys, other), other).toBeNull();
    }
  });

  it('has a code of eight characters that nobody mixes up, another for each version', () => {
    expect(privateCodeOf(keys, to)).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(privateCodeOf(keys, { ...to, linkVersion: 4 })).not.toBe(privateCodeOf(keys, to));
  });
});
