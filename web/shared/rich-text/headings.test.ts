import { describe, expect, it } from 'vitest';
import { hasOwnNumbers, headingId, headingLevels, uniqueHeadingIds } from './headings';

describe('headingId', () => {
  it.each([
    ['Why it is louder at night', 'why-it-is-louder-at-night'],
    ['1. Self-Compassion feels unfamiliar – even threatening', '1-self-compassion-feels-unfamiliar-even-threatening'],
    ['What Petrūska’s café taught', 'what-petruskas-cafe-taught'],
    ['<script>', 'script'],
    ['Social anxiety', 'content-social-anxiety'],
    ['…?!', ''],
  ])('turns %j into %j', (text, id) => {
    expect(headingId(text)).toBe(id);
  });

  it('is at most 60 characters long and never ends in a hyphen', () => {
    const id = headingId('a very long heading '.repeat(10));
    expect(id.length).toBeLessThanOrEqual(60);
    expect(id.endsWith('-')).toBe(false);
  });
});

describe('uniqueHeadingIds', () => {
  it('gives no id twice, not even a reserved one', () => {
    const next = uniqueHeadingIds(['main']);
    expect(['Rest', 'Rest', 'Rest 2', 'Main', '…', '!'].map(next)).toEqual([
      'rest',
      'rest-2',
      'rest-2-2',
      'main-2',
      'section',
      'section-2',
    ]);
  });
});

describe('headingLevels', () => {
  it.each([
    { written: [2, 3, 3, 2], shown: [2, 3, 3, 2] },
    { written: [1, 2, 2, 1], shown: [2, 3, 3, 2] },
    { written: [3, 3, 4], shown: [2, 2, 3] },
    { written: [2, 6, 4], shown: [2, 3, 3] },
    { written: [4, 2], shown: [2, 2] },
    { written: [1, 2, 3, 4, 5, 6], shown: [2, 3, 4, 5, 6, 6] },
    { written: [], shown: [] },
  ])('renders the levels $written as $shown', ({ written, shown }) => {
    expect(headingLevels(written)).toEqual(shown);
  });
});

describe('hasOwnNumbers', () => {
  it('is true for headings that begin with a number and a stop or bracket', () => {
    expect(hasOwnNumbers(['Why', '1. Because'])).toBe(true);
    expect(hasOwnNumbers(['Why', '2) Because'])).toBe(true);
  });
  it('is false for a number that belongs to the sentence', () => {
    expect(hasOwnNumbers(['3 things to say', '2025 in short'])).toBe(false);
  });
});
