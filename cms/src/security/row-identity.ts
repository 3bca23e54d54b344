import { randomBytes, randomInt } from 'node:crypto';

/** Seven digits: few enough to write down, and too many to find out by counting how much others have sent. */
const smallestNumber = 1_000_000;
const largestNumber = 9_999_999;

/** What tells a row that links open from every other, past and future ones included. */
export interface RowIdentity {
  /** Its public number, which is random: it says nothing about how many others there are. */
  readonly id: number;
  /**
   * 128 random bits that every link to the row is derived from. A number can be given again after a backup was restored;
   * the secret never is, so a link to the earlier row does not open the later one.
   */
  readonly secret: string;
}

/** Returns a new secret of a row, 22 characters (base64url, RFC 4648). */
export const newRowSecret = (): string => randomBytes(16).toString('base64url');

/** Returns a random number and secret for a new row. The number may be taken: see `insertWithIdentity`. */
export const newRowIdentity = (): RowIdentity => ({
  id: randomInt(smallestNumber, largestNumber + 1),
  secret: newRowSecret(),
});

/** More than enough: with 100,000 rows, one number in ninety is taken. */
const maxAttempts = 20;

/**
 * Inserts a row under a random number, and under another one if that is taken.
 *
 * @param insert inserts with `on conflict do nothing` and returns the row; undefined on a conflict
 * @throws Error if twenty numbers in a row are taken
 */
export const insertWithIdentity = async <Row>(
  insert: (identity: RowIdentity) => Promise<Row | undefined>,
): Promise<Row> => {
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const row = await insert(newRowIdentity());
    if (row !== undefined) return row;
  }
  throw new Error('No free number was found for a new row.');
};
