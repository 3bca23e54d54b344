import { describe, expect, it } from 'vitest';
import { fingerprint } from './fingerprint';

describe('fingerprint', () => {
  const words = 'I earned $500 in a week, see how!';
  it.each([
    'i EARNED $900 in a week; see how',
    'I earned  $500\nin a week – see how!!!',
    'I ear\u200Bned $500 in a week, see how',
    'Ｉ earned $500 in a week, see how',
    'I eаrned $5 in a week, séé how',
  ])('is the same for %j', (other) => {
    expect(fingerprint(other)).toBe(fingerprint(words));
  });
  it('is another one for other words', () => {
    expect(fingerprint('I earned $500 in a month, see how!')).not.toBe(fingerprint(words));
    expect(fingerprint('❤️')).not.toBe(fingerprint('🙏'));
    expect(fingerprint('123')).not.toBe(fingerprint('124'));
  });
  it('is 32 hexadecimal digits', () => {
    expect(fingerprint('')).toMatch(/^[\da-f]{32}$/);
  });
});
