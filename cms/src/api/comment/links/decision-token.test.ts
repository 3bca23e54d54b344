import { decisionToken } from 'shared';
import { describe, expect, it } from 'vitest';
import { LinkKeys } from '#src/security/link-keys';
import { decisionTokenOf, readDecisionToken } from './decision-token';

const keys = new LinkKeys('a secret of at least thirty-two characters');
const now = new Date('2026-05-01T10:00:00Z');
const later = (days: number): Date => new Date(now.getTime() + days * 24 * 60 * 60 * 1000);

describe('a link that decides', () => {
  const token = decisionTokenOf(keys, { number: 12, version: 3 }, now);

  it('names comment and version, for seven days', () => {
    expect(decisionToken.safeParse(token).success).toBe(true);
    expect(readDecisionToken(keys, token, now)).toEqual({ number: 12, version: 3 });
    expect(readDecisionToken(keys, token, later(6.9))).toEqual({ number: 12, version: 3 });
    expect(readDecisionToken(keys, token, later(7))).toBeNull();
  });

  it('can’t be made longer, or be made for another version or comment', () => {
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
