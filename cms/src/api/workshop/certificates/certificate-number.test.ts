import { certificateNumber as typedNumber } from 'shared';
import { describe, expect, it } from 'vitest';
import { LinkKeys } from '#src/security/link-keys';
import { certificateNumber } from './certificate-number';

const keys = new LinkKeys('one secret that is long enough for a test');

describe('the number of a certificate', () => {
  it('is the same for a registration whenever it is made', () => {
    expect(certificateNumber(keys, 12)).toBe(
      certificateNumber(new LinkKeys('one secret that is long enough for a test'), 12),
    );
    expect(certificateNumber(new LinkKeys('another secret that is long enough'), 12)).not.toBe(
      certificateNumber(keys, 12),
    );
  });

  it('is another for each registration, and uses every character', () => {
    const numbers = Array.from({ length: 2_000 }, (_, index) => certificateNumber(keys, index + 1));
    expect(new Set(numbers).size).toBe(2_000);
    expect([...new Set(numbers.join(''))].sort().join('')).toBe('-0123456789ABCDEFGHJKMNPQRSTVWXYZ');
    const inFirstPlace = new Set(numbers.map((number) => number[0]));
    const inLastPlace = new Set(numbers.map((number) => number.at(-1)));
    expect([inFirstPlace.size, inLastPlace.size]).toEqual([32, 32]);
  });

  it('is what the page takes that verifies it, also as somebody types it', () => {
    const number = certificateNumber(keys, 12);
    expect(typedNumber.parse(number)).toBe(number);
    expect(
      typedNumber.parse(` ${number.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`),
    ).toBe(number);
  });
});
