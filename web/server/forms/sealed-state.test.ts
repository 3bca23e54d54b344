import { describe, expect, it } from 'vitest';
import { keyFor } from './key';
import { seal, sealLasts, unseal } from './sealed-state';

const key = keyFor('thanks page', 'a-token');
const now = 1_800_000_000_000;
const value = { token: '7.1.secret', code: 'ABCD2345' };
const sealed = seal(key, value, now);

describe('a sealed address', () => {
  it('gives back what was sealed, as often as it is read', () => {
    expect(unseal(key, sealed, now)).toEqual({ state: 'open', value });
    expect(unseal(key, sealed, now + sealLasts - 1)).toEqual({ state: 'open', value });
  });

  it('says nothing after ten minutes', () => {
    expect(unseal(key, sealed, now + sealLasts)).toEqual({ state: 'over' });
  });

  it('can stand in an address, is never the same twice, and shows nothing', () => {
    expect(sealed).toMatch(/^[\w-]+$/);
    expect(seal(key, value, now)).not.toBe(sealed);
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('secret');
  });

  it('is broken when anything of it is other than it was made', () => {
    const bytes = Buffer.from(sealed, 'base64url');
    for (let at = 0; at < bytes.length; at += 7) {
      const other = Buffer.from(bytes);
      other[at] = (other[at] ?? 0) ^ 1;
      expect(unseal(key, other.toString('base64url'), now)).toEqual({ state: 'broken' });
    }
    for (const odd of ['', 'x', sealed.slice(0, 20), sealed.slice(0, -4), `${sealed}AAAA`, '..%00'])
      expect(unseal(key, odd, now)).toEqual({ state: 'broken' });
    expect(unseal(keyFor('thanks page', 'another'), sealed, now)).toEqual({ state: 'broken' });
  });
});
