import { describe, expect, it } from 'vitest';
import { LinkKeys } from '#src/security/link-keys';
import { nameMac, sameName } from './name-mac';

const keys = new LinkKeys('one secret that is long enough for a test');
const number = '7GQ2-M04X-9TBN';

describe('the name on a certificate', () => {
  it.each([
    ['Zoë Nguyễn', 'zoë  NGUYỄN '],
    ['Zoë Nguyễn', 'Zoe\u0308 Nguye\u0302\u0303n'],
    ['Siân O’Brien', "Siân O'Brien"],
    ['Anne-Marie Groß', 'ANNE‑MARIE GROSS'],
    ['Ｊｏ Ｌｅｅ', 'Jo Lee'],
    ['Όμηρος', 'ΌΜΗΡΟΣ'],
    ['Jo\u200b Lee', 'Jo\u00a0Lee'],
    ['İpek', 'i\u0307pek'],
  ])('%s is the same as %s', (given, typed) => {
    expect(sameName(keys, nameMac(keys, number, given), number, typed)).toBe(true);
  });

  it.each(['Zoe Nguyễn', 'Zoë Nguyen', 'Zoë', 'Nguyễn Zoë', ''])('Zoë Nguyễn is not %s', (typed) => {
    expect(sameName(keys, nameMac(keys, number, 'Zoë Nguyễn'), number, typed)).toBe(false);
  });

  it('belongs to its number and to the secret', () => {
    const mac = nameMac(keys, number, 'Jo Lee');
    expect(sameName(keys, mac, '7GQ2-M04X-9TBP', 'Jo Lee')).toBe(false);
    expect(sameName(new LinkKeys('another secret that is long enough'), mac, number, 'Jo Lee')).toBe(false);
    expect(nameMac(keys, '7GQ2-M04X-9TBP', 'Jo Lee')).not.toBe(mac);
  });

  it('can’t be read from what is kept', () => {
    expect(nameMac(keys, number, 'Jo Lee')).toMatch(/^[\w-]{43}$/);
  });
});
