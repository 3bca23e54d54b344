import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { newSecret, periodOf, setupAddress } from './totp';

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const codeAt = (seconds: number): string =>
  new TOTP({ algorithm: 'SHA1', digits: 6, period: 30, secret: Secret.fromBase32(secret) }).generate({
    timestamp: seconds * 1000,
  });

describe('codes of an authenticator app', () => {
  it('are those of RFC 6238, appendix B', () => {
    expect(periodOf(secret, '287082', 59_000)).toBe(1);
    expect(periodOf(secret, '081804', 1_111_111_109_000)).toBe(37_037_036);
    expect(periodOf(secret, '005924', 1_234_567_890_000)).toBe(41_152_263);
  });

  it('belong to the period that they were made in, also when the clocks differ by half a minute', () => {
    const now = 1_700_000_010;
    for (const seconds of [now - 30, now, now + 30])
      expect(periodOf(secret, codeAt(seconds), now * 1000)).toBe(Math.floor(seconds / 30));
  });

  it('are refused a minute before and after', () => {
    const now = 1_700_000_010;
    for (const seconds of [now - 90, now - 60, now + 60, now + 90])
      expect(periodOf(secret, codeAt(seconds), now * 1000)).toBeNull();
  });

  it('are six digits and nothing else', () => {
    for (const code of ['', '28708', '2870822', 'abcdef', '٢٨٧٠٨٢']) expect(periodOf(secret, code, 59_000)).toBeNull();
  });

  it('come from secrets of 160 random bits', () => {
    expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
    expect(new Set(Array.from({ length: 100 }, newSecret)).size).toBe(100);
  });

  it('are set up by an address with the sender’s name and the account', () => {
    const address = new URL(setupAddress(secret, 'Quiet Room', 'c@example.org'));
    expect(address.protocol).toBe('otpauth:');
    expect(decodeURIComponent(address.pathname)).toMatch(/Quiet Room:c@example\.org$/);
    expect(address.searchParams.get('secret')).toBe(secret);
    expect(address.searchParams.get('issuer')).toBe('Quiet Room');
  });
});
