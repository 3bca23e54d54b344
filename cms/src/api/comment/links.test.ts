import { decisionToken } from 'shared';
import { describe, expect, it } from 'vitest';
import { LinkKeys } from '#src/security/link-keys';
import { decisionTokenOf, isPrivateTokenOf, privateCodeOf, privateTokenOf, readDecisionToken } from './links';

const keys = new LinkKeys('one secret that is long enough for a test');
const row = { id: 12, version: 3, link_version: 3, secret: 'a'.repeat(22) };
const withSameNumber = { ...row, secret: 'b'.repeat(22) };

describe('a private link', () => {
  it('opens the comment that it was made for', () => {
    const token = privateTokenOf(keys, row);
    expect(token).toMatch(/^12\.3\.[\w-]{43}$/);
    expect(isPrivateTokenOf(keys, token, row)).toBe(true);
  });

  it('opens nothing when any part of it was changed', () => {
    const token = privateTokenOf(keys, row);
    for (const other of [
      token.replace('12.', '13.'),
      token.replace('.3.', '.4.'),
      token.slice(0, -1),
      `0${token}`.replace('012', '12x'),
      '',
    ]) {
      expect(isPrivateTokenOf(keys, other, row), other).toBe(false);
    }
  });

  it('opens neither another comment with the same number nor the same comment after its link was renewed', () => {
    const token = privateTokenOf(keys, row);
    expect(isPrivateTokenOf(keys, token, withSameNumber)).toBe(false);
    expect(isPrivateTokenOf(keys, token, { ...row, link_version: 4 })).toBe(false);
    expect(isPrivateTokenOf(keys, token, { ...row, id: 13 })).toBe(false);
  });

  it('has a code of eight unambiguous characters, another for each version and each comment', () => {
    expect(privateCodeOf(keys, row)).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(privateCodeOf(keys, { ...row, link_version: 4 })).not.toBe(privateCodeOf(keys, row));
    expect(privateCodeOf(keys, withSameNumber)).not.toBe(privateCodeOf(keys, row));
  });
});

const now = new Date('2026-05-01T10:00:00Z');
const later = (days: number): Date => new Date(now.getTime() + days * 24 * 60 * 60 * 1000);

describe('a decision link', () => {
  const token = decisionTokenOf(keys, row, now);
  const decides = { id: 12, version: 3 };

  it('names a comment and its version for seven days', () => {
    expect(decisionToken.safeParse(token).success).toBe(true);
    expect(readDecisionToken(keys, token, row, now)).toEqual(decides);
    expect(readDecisionToken(keys, token, row, later(6.9))).toEqual(decides);
    expect(readDecisionToken(keys, token, row, later(7))).toBeNull();
  });

  it('can’t be extended, or changed to another version', () => {
    const [, , ends = '', mac = ''] = token.split('.');
    for (const forged of [`12.4.${ends}.${mac}`, `12.3.${Number(ends) + 1}.${mac}`, `12.3.${ends}.${'A'.repeat(43)}`]) {
      expect(readDecisionToken(keys, forged, row, now)).toBeNull();
    }
    expect(readDecisionToken(new LinkKeys('another secret of at least thirty-two'), token, row, now)).toBeNull();
  });

  it('decides about no other comment, not even one with the same number', () => {
    expect(readDecisionToken(keys, token, withSameNumber, now)).toBeNull();
    expect(readDecisionToken(keys, token, { ...row, id: 13 }, now)).toBeNull();
  });
});
