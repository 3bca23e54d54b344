import { commentNumber } from 'shared';
import { describe, expect, it } from 'vitest';
import { insertWithIdentity, newRowIdentity, type RowIdentity } from './row-identity';

describe('the identity of a new row', () => {
  it('is a random number of seven digits and a secret that never repeats', () => {
    const identities = Array.from({ length: 1_000 }, newRowIdentity);
    for (const { id, secret } of identities) {
      expect(String(id)).toMatch(/^\d{7}$/);
      expect(commentNumber.safeParse(id).success).toBe(true);
      expect(secret).toMatch(/^[\w-]{22}$/);
    }
    expect(new Set(identities.map(({ secret }) => secret)).size).toBe(1_000);
    const inOrder = identities.filter(({ id }, at) => at > 0 && id > (identities[at - 1]?.id ?? 0));
    expect(inOrder.length).toBeGreaterThan(400);
    expect(inOrder.length).toBeLessThan(600);
  });

  it('is another one where the number is taken', async () => {
    const tried: RowIdentity[] = [];
    const row = await insertWithIdentity(async (identity) => {
      tried.push(identity);
      return tried.length < 3 ? undefined : identity.id;
    });
    expect(row).toBe(tried[2]?.id);
    expect(new Set(tried.map(({ id }) => id)).size).toBe(3);
    await expect(insertWithIdentity(async () => undefined)).rejects.toThrow('No free number');
  });
});
