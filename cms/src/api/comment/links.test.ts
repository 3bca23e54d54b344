import { decisionToken } from 'shared';
import { describe, expect, it } from 'vitest';
import { LinkKeys } from '#src/security/link-keys';
import { decisionTokenOf, privateCodeOf, privateTokenOf, readDecisionToken, readPrivateToken } from './links';

const keys = new LinkKeys('one secret that is long enough for a test');
const to = { number: 12, linkVersion: 3 };

describe('a private link', () => {
  it('opens the comment that it was made for', () => {
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

  it('has a code of eight unambiguous characters, another for each version', () => {
    expect(privateCodeOf(keys, to)).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(privateCodeOf(keys, { ...to, linkVersion: 4 })).not.toBe(privateCodeOf(keys, to));
  });
});

const now = new Date('2026-05-01T10:00:00Z');
const later = (days: number): Date => new Date(now.getTime() + days * 24 * 60 * 60 * 1000);

describe('a decision link', () => {
  const token = decisionTokenOf(keys, { number: 12, version: 3 }, now);

  it('names a comment and its version for seven days', () => {
    expect(decisionToken.safeParse(token).success).toBe(true);
    expect(readDecisionToken(keys, token, now)).toEqual({ number: 12, version: 3 });
    expect(readDecisionToken(keys, token, later(6.9))).toEqual({ number: 12, version: 3 });
    expect(readDecisionToken(keys, token, later(7))).toBeNull();
  });

  it('can’t be extended, or changed to another version or comment', () => {
    const [, , ends = '', mac = ''] = token.split('.');
    for (const forged of [
      `13.3.${ends}.${mac}`,
      `12.4.${ends}.${mac}`,
      `12.3.${Number(ends) + 1}.${mac}`,
      `12.3.${ends}.${'A'.repeat(43)}`,
    ]) {
      expect(readDecisionToken(keys, forged, now)).toBeNull();
    }
    expect(readDecisionToken(new LinkKeys('another secret of at least thirty-two'), token, now)).toBeNull();
  });
});
