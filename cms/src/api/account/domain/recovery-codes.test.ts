import { describe, expect, it } from 'vitest';
import { newRecoveryCodes, normaliseCode, recoveryCodeHash } from './recovery-codes';

describe('recovery codes', () => {
  it('are ten different ones, without characters that look alike', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[a-hj-km-np-z2-9]{4}(-[a-hj-km-np-z2-9]{4}){3}$/);
  });

  it('are recognised however they are typed', () => {
    expect(normaliseCode(' K7MP x2qr-9DFH w3tn ')).toBe('k7mpx2qr9dfhw3tn');
    expect(recoveryCodeHash('K7MP x2qr 9DFH W3TN')).toBe(recoveryCodeHash('k7mp-x2qr-9dfh-w3tn'));
  });

  it('are stored as hashes that differ', () => {
    const hashes = newRecoveryCodes().map(recoveryCodeHash);
    expect(new Set(hashes).size).toBe(10);
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });
});
