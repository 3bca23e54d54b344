import { describe, expect, it } from 'vitest';
import { refuseInUse } from './refuse-in-use';

const refusal = (...titles: (string | null)[]): string => {
  try {
    refuseInUse(
      titles.map((title, index) => ({ documentId: String(index), title })),
      (list) => `It is used by ${list}.`,
    );
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return '';
};

describe('refuseInUse', () => {
  it('names up to three documents, and how many more there are', () => {
    expect(refusal('One')).toBe('It is used by “One”.');
    expect(refusal('One', 'Two')).toBe('It is used by “One” and “Two”.');
    expect(refusal('One', 'Two', null, 'Four', 'Five')).toBe(
      'It is used by “One”, “Two”, “a draft without a title” and 2 more.',
    );
  });
  it('counts a draft and its published version once, and accepts what nothing uses', () => {
    expect(refusal()).toBe('');
    const both = [
      { documentId: 'a', title: 'Old' },
      { documentId: 'a', title: 'New' },
    ];
    expect(() => refuseInUse(both, (list) => list)).toThrow(/^“New”$/);
  });
});
