import { confirmationToken, registrationToken } from 'shared';
import { describe, expect, it } from 'vitest';
import { privateTokenOf } from '#src/api/comment/links';
import { LinkKeys } from '#src/security/link-keys';
import {
  confirmationTokenOf,
  isConfirmationTokenOf,
  isRegistrationTokenOf,
  registrationTokenOf,
} from './registration-links';

const keys = new LinkKeys('a-secret-of-the-test-long-enough-for-it!');
const row = { id: 12, link_version: 3, secret: 'a'.repeat(22) };
const withSameNumber = { ...row, secret: 'b'.repeat(22) };

describe('the links of a registration', () => {
  const token = registrationTokenOf(keys, row);
  const confirm = confirmationTokenOf(keys, row);

  it('open the registration that they were made for', () => {
    expect(registrationToken.safeParse(token).success).toBe(true);
    expect(isRegistrationTokenOf(keys, token, row)).toBe(true);
    expect(confirmationToken.safeParse(confirm).success).toBe(true);
    expect(isConfirmationTokenOf(keys, confirm, row)).toBe(true);
  });

  it('open no other registration, nothing of another purpose, and nothing with another secret', () => {
    expect(isRegistrationTokenOf(keys, token.replace(/^12/, '13'), { ...row, id: 13 })).toBe(false);
    expect(isRegistrationTokenOf(keys, privateTokenOf(keys, row), row)).toBe(false);
    expect(isConfirmationTokenOf(keys, `12.${token.split('.')[2] ?? ''}`, row)).toBe(false);
    expect(isRegistrationTokenOf(new LinkKeys('another-secret-of-the-test-long-enough!'), token, row)).toBe(false);
  });

  it('open neither a later registration with the same number nor, after it was replaced, their own', () => {
    expect(isRegistrationTokenOf(keys, token, withSameNumber)).toBe(false);
    expect(isConfirmationTokenOf(keys, confirm, withSameNumber)).toBe(false);
    expect(isRegistrationTokenOf(keys, token, { ...row, link_version: 4 })).toBe(false);
  });
});
