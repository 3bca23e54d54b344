import { describe, expect, it } from 'vitest';
import { createFormToken, deriveKey, formTokenTtl, verifyFormToken } from './form-token';

const key = deriveKey('form token', 'a-token');
const now = 1_800_000_000_000;
const token = createFormToken(key, 'comment', now);

describe('a form token', () => {
  it('contains a nonce of its own', () => {
    expect(verifyFormToken(key, 'comment', token, now + 90_000)).toEqual({
      state: 'valid',
      nonce: expect.stringMatching(/^[\w-]{22}$/) as string,
    });
    expect(createFormToken(key, 'comment', now)).not.toBe(token);
  });

  it('survives a restart: the key is derived from the site’s token alone', () => {
    expect(verifyFormToken(deriveKey('form token', 'a-token'), 'comment', token, now)).toMatchObject({
      state: 'valid',
    });
    expect(verifyFormToken(deriveKey('form token', 'another'), 'comment', token, now)).toEqual({ state: 'forged' });
    expect(verifyFormToken(deriveKey('sealed state', 'a-token'), 'comment', token, now)).toEqual({ state: 'forged' });
  });

  it('is valid for a day and not a second longer', () => {
    expect(verifyFormToken(key, 'comment', token, now + formTokenTtl * 1000)).toMatchObject({ state: 'valid' });
    expect(verifyFormToken(key, 'comment', token, now + (formTokenTtl + 1) * 1000)).toEqual({ state: 'expired' });
  });

  it('is valid for its own form only, and not when it comes from the future', () => {
    expect(verifyFormToken(key, 'report', token, now)).toEqual({ state: 'forged' });
    expect(verifyFormToken(key, 'comment', token, now - 301_000)).toEqual({ state: 'forged' });
    expect(verifyFormToken(key, 'comment', token, now - 200_000)).toMatchObject({ state: 'valid' });
  });

  it('is forged when any part of it was changed', () => {
    const [nonce = '', time = '', mac = ''] = token.split('.');
    const later = (parseInt(time, 36) + 1).toString(36);
    for (const other of [
      `${nonce}.${later}.${mac}`,
      `${'A'.repeat(22)}.${time}.${mac}`,
      `${nonce}.${time}.${'A'.repeat(43)}`,
      `${token}x`,
      `${nonce}.${time}`,
      'x',
      '...',
      '\u0000',
    ]) {
      expect(verifyFormToken(key, 'comment', other, now), other).toEqual({ state: 'forged' });
    }
    expect(verifyFormToken(key, 'comment', '', now)).toEqual({ state: 'missing' });
  });
});
