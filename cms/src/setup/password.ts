import { randomInt } from 'node:crypto';

/** No letters or digits that look alike on paper (0 O o, 1 l I). */
const alphabets = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789'] as const;
const all = alphabets.join('');
const groups = 4;
const groupLength = 5;

const letter = (): string => all.charAt(randomInt(all.length));

/**
 * Four groups of five, e.g. `Rk7mT-xq4Fw-…`: about 116 bits, with small and capital letters and digits, as the admin
 * demands of every password.
 */
export const randomPassword = (): string => {
  for (;;) {
    const password = Array.from({ length: groups }, () => Array.from({ length: groupLength }, letter).join('')).join(
      '-',
    );
    if (alphabets.every((alphabet) => [...alphabet].some((one) => password.includes(one)))) return password;
  }
};
