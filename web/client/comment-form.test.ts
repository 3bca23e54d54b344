import { describe, expect, it } from 'vitest';
import { remainingCharacters } from './comment-form';

describe('the remaining characters of a comment', () => {
  it.each([
    ['', 5000, ''],
    ['x'.repeat(4499), 5000, ''],
    ['x'.repeat(4500), 5000, '500 characters left'],
    ['x'.repeat(4999), 5000, '1 character left'],
    ['x'.repeat(5000), 5000, '0 characters left'],
    ['x'.repeat(5001), 5000, '1 character too many'],
    ['🌿'.repeat(4990), 5000, '10 characters left'],
  ])('are, after %j of %i, %j', (text, maxLength, expected) => {
    expect(remainingCharacters(text, maxLength)).toBe(expected);
  });
});
