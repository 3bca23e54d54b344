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
  const period = 'abcd_234';
  const token = decisionTokenOf(keys, row, { period, now });
  const decides = { id: 12, version: 3 };
  const read = (shown: string, { of = row, by = keys, at = now, present = period } = {}) =>
    readDecisionToken(by, shown, of, { period: present, now: at });

  it('names a comment and its version for seven days', () => {
    expect(decisionToken.safeParse(token).success).toBe(true);
    expect(read(token)).toEqual(decides);
    expect(read(token, { at: later(6.9) })).toEqual(decides);
    expect(read(token, { at: later(7) })).toBe('ended');
  });

  it('ends with its period', () => {
    expect(read(token, { present: 'abcd_235' })).toBe('ended');
    expect(read(token.replace(period, 'abcd_235'), { present: 'abcd_235' })).toBeNull();
  });

  it('can’t be extended, or changed to another version', () => {
    const [, , ends = '', , mac = ''] = token.split('.');
    for (const forged of [`12.4.${ends}`, `12.3.${Number(ends) + 1}`])
      expect(read(`${forged}.${period}.${mac}`)).toBeNull();
    expect(read(`12.3.${ends}.${period}.${'A'.repeat(43)}`)).toBeNull();
    expect(read(token, { by: new LinkKeys('another secret of at least thirty-two') })).toBeNull();
  });

  it('decides about no other comment, not even one with the same number', () => {
    expect(read(token, { of: withSameNumber })).toBeNull();
    expect(read(token, { of: { ...row, id: 13 } })).toBeNull();
  });
});
