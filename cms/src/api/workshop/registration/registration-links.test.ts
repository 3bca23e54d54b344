import { confirmationToken, registrationToken } from 'shared';
import { describe, expect, it } from 'vitest';
import { privateTokenOf } from '#src/api/comment/links';
import { LinkKeys } from '#src/security/link-keys';
import {
  confirmationTokenOf,
  readConfirmationToken,
  readRegistrationToken,
  registrationTokenOf,
} from './registration-links';

const keys = new LinkKeys('a-secret-of-the-test-that-is-long-enough');

describe('links of a registration', () => {
  it('open the registration they were made for, in the form of the contract', () => {
    const link = { number: 12, linkVersion: 3 };
    const token = registrationTokenOf(keys, link);
    expect(registrationToken.parse(token)).toBe(token);
    expect(readRegistrationToken(keys, token)).toEqual(link);
    const confirm = confirmationTokenOf(keys, 12);
    expect(confirmationToken.parse(confirm)).toBe(confirm);
    expect(readConfirmationToken(keys, confirm)).toBe(12);
  });

  it('open nothing else', () => {
    const token = registrationTokenOf(keys, { number: 12, linkVersion: 3 });
    expect(readRegistrationToken(keys, token.replace(/^12/, '13'))).toBeNull();
    expect(readRegistrationToken(keys, privateTokenOf(keys, { number: 12, linkVersion: 3 }))).toBeNull();
    expect(readConfirmationToken(keys, `12.${token.split('.')[2] ?? ''}`)).toBeNull();
    expect(readRegistrationToken(new LinkKeys('another-secret-of-the-test-long-enough!'), token)).toBeNull();
  });
});
