import { confirmPlaceToken, placeToken } from 'shared';
import { describe, expect, it } from 'vitest';
import { privateTokenOf } from '#src/api/comment/links/private-comment-token';
import { LinkKeys } from '#src/security/link-keys';
import { confirmPlaceTokenOf, placeTokenOf, readConfirmPlaceToken, readPlaceToken } from './registration-token';

const keys = new LinkKeys('a-secret-of-the-test-that-is-long-enough');

describe('links of a registration', () => {
  it('open what they were made for, and have the shape of the contract', () => {
    const link = { number: 12, linkVersion: 3 };
    const token = placeTokenOf(keys, link);
    expect(placeToken.parse(token)).toBe(token);
    expect(readPlaceToken(keys, token)).toEqual(link);
    const confirm = confirmPlaceTokenOf(keys, 12);
    expect(confirmPlaceToken.parse(confirm)).toBe(confirm);
    expect(readConfirmPlaceToken(keys, confirm)).toBe(12);
  });

  it('open nothing else', () => {
    const token = placeTokenOf(keys, { number: 12, linkVersion: 3 });
    expect(readPlaceToken(keys, token.replace(/^12/, '13'))).toBeNull();
    expect(readPlaceToken(keys, privateTokenOf(keys, { number: 12, linkVersion: 3 }))).toBeNull();
    expect(readConfirmPlaceToken(keys, `12.${token.split('.')[2] ?? ''}`)).toBeNull();
    expect(readPlaceToken(new LinkKeys('another-secret-of-the-test-long-enough!'), token)).toBeNull();
  });
});
