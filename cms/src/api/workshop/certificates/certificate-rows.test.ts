import { certificateNumber as typedNumber } from 'shared';
import { describe, expect, it } from 'vitest';
import { LinkKeys } from '#src/security/link-keys';
import { certificateNumber, nameMac, sameName } from './certificate-rows';

const keys = new LinkKeys('one secret that is long enough for a test');

const row = { id: 12, secret: 'a'.repeat(22) };

describe('the number of a certificate', () => {
  it('is always the same for a registration', () => {
    expect(certificateNumber(keys, row)).toBe(
      certificateNumber(new LinkKeys('one secret that is long enough for a test'), row),
    );
    expect(certificateNumber(new LinkKeys('another secret that is long enough'), row)).not.toBe(
      certificateNumber(keys, row),
    );
  });

  it('is another one for a later registration that was given the same id', () => {
    expect(certificateNumber(keys, { ...row, secret: 'b'.repeat(22) })).not.toBe(certificateNumber(keys, row));
  });

  it('differs for each registration, and uses every character', () => {
    const numbers = Array.from({ length: 2_000 }, (_, index) => certificateNumber(keys, { ...row, id: index + 1 }));
    expect(new Set(numbers).size).toBe(2_000);
    expect([...new Set(numbers.join(''))].sort().join('')).toBe('-0123456789ABCDEFGHJKMNPQRSTVWXYZ');
    const inFirstPlace = new Set(numbers.map((number) => number[0]));
    const inLastPlace = new Set(numbers.map((number) => number.at(-1)));
    expect([inFirstPlace.size, inLastPlace.size]).toEqual([32, 32]);
  });

  it('is accepted by the contract, also as people type it', () => {
    const number = certificateNumber(keys, row);
    expect(typedNumber.parse(number)).toBe(number);
    expect(
      typedNumber.parse(` ${number.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`),
    ).toBe(number);
  });
});

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
  ])('matches: %s and %s', (given, typed) => {
    expect(sameName(keys, nameMac(keys, number, given), number, typed)).toBe(true);
  });

  it.each(['Zoe Nguyễn', 'Zoë Nguyen', 'Zoë', 'Nguyễn Zoë', ''])('does not match: Zoë Nguyễn and %s', (typed) => {
    expect(sameName(keys, nameMac(keys, number, 'Zoë Nguyễn'), number, typed)).toBe(false);
  });

  it('matches only with its number and its secret', () => {
    const mac = nameMac(keys, number, 'Jo Lee');
    expect(sameName(keys, mac, '7GQ2-M04X-9TBP', 'Jo Lee')).toBe(false);
    expect(sameName(new LinkKeys('another secret that is long enough'), mac, number, 'Jo Lee')).toBe(false);
    expect(nameMac(keys, '7GQ2-M04X-9TBP', 'Jo Lee')).not.toBe(mac);
  });

  it('can’t be read from what is stored', () => {
    expect(nameMac(keys, number, 'Jo Lee')).toMatch(/^[\w-]{43}$/);
  });
});
