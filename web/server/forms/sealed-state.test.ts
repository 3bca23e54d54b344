import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { deriveKey } from './form-token';
import { openSealed, seal, sealTtlMs, unseal } from './sealed-state';

const key = deriveKey('sealed state', 'a-token');
const now = 1_800_000_000_000;
const value = { token: '7.1.secret', code: 'ABCD2345' };
const sealed = seal(key, value, now);

describe('sealed state', () => {
  it('can be opened as often as it is read', () => {
    expect(unseal(key, sealed, now)).toEqual({ state: 'open', value });
    expect(unseal(key, sealed, now + sealTtlMs - 1)).toEqual({ state: 'open', value });
  });

  it('expires after ten minutes', () => {
    expect(unseal(key, sealed, now + sealTtlMs)).toEqual({ state: 'expired' });
  });

  it('is safe in a URL, never the same twice, and readable to nobody', () => {
    expect(sealed).toMatch(/^[\w-]+$/);
    expect(seal(key, value, now)).not.toBe(sealed);
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('secret');
  });

  it('is invalid when any part of it was changed', () => {
    const bytes = Buffer.from(sealed, 'base64url');
    for (let at = 0; at < bytes.length; at += 7) {
      const other = Buffer.from(bytes);
      other[at] = (other[at] ?? 0) ^ 1;
      expect(unseal(key, other.toString('base64url'), now)).toEqual({ state: 'invalid' });
    }
    for (const odd of ['', 'x', sealed.slice(0, 20), sealed.slice(0, -4), `${sealed}AAAA`, '..%00'])
      expect(unseal(key, odd, now)).toEqual({ state: 'invalid' });
    expect(unseal(deriveKey('sealed state', 'another'), sealed, now)).toEqual({ state: 'invalid' });
  });
});

describe('what a page reads from its URL', () => {
  const schema = z.object({ number: z.number() });

  it('is the sealed state, if it has the right shape', () => {
    expect(openSealed(schema, { state: 'open', value: { number: 7 } })).toEqual({ number: 7 });
    expect(openSealed(schema, { state: 'open', value: { number: '7' } })).toBeNull();
  });

  it('says that it has expired', () => {
    expect(openSealed(schema, { state: 'expired' })).toBe('expired');
  });

  it('is nothing for a URL that was not sealed here', () => {
    expect(openSealed(schema, { state: 'invalid' })).toBeNull();
  });
});
