import { describe, expect, it } from 'vitest';
import { weaknessOf } from './secrets.js';

const random = '0f9c3b7a5d2e8146a0b1c2d3e4f59687';

describe('weaknessOf', () => {
  it('accepts 32 random characters', () => {
    expect(weaknessOf(random)).toBeNull();
  });

  it.each([
    ['', 'is missing'],
    [random.slice(1), 'is too short (31 of at least 32 characters)'],
    [`tobemodified${random}`, 'is a placeholder that everyone can guess'],
    [`${random}Change-Me`, 'is a placeholder that everyone can guess'],
    [`${random}change_me`, 'is a placeholder that everyone can guess'],
    [`${random}changeme`, 'is a placeholder that everyone can guess'],
    [`example${random}`, 'is a placeholder that everyone can guess'],
    [`my secret ${random}`, 'is a placeholder that everyone can guess'],
    [`PassWord${random}`, 'is a placeholder that everyone can guess'],
    ['012345678'.repeat(4), 'repeats the same few characters'],
  ])('says what is wrong with %j', (secret, weakness) => {
    expect(weaknessOf(secret)).toBe(weakness);
  });

  it('accepts ten different characters', () => {
    expect(weaknessOf('0123456789'.repeat(4))).toBeNull();
  });
});
