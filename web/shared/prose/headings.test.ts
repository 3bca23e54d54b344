import { describe, expect, it } from 'vitest';
import { anchor, anchors, headingLevels, numbersItself } from './headings';

describe('anchor', () => {
  it.each([
    ['Why it is louder at night', 'why-it-is-louder-at-night'],
    ['1. Self-Compassion feels unfamiliar – even threatening', '1-self-compassion-feels-unfamiliar-even-threatening'],
    ['What Petrūska’s café taught', 'what-petruskas-cafe-taught'],
    ['<script>', 'script'],
    ['…?!', ''],
  ])('%s', (text, id) => {
    expect(anchor(text)).toBe(id);
  });

  it('stays short and never ends in a hyphen', () => {
    const id = anchor('a very long heading '.repeat(10));
    expect(id.length).toBeLessThanOrEqual(60);
    expect(id.endsWith('-')).toBe(false);
  });
});

describe('anchors', () => {
  it('gives no id twice, neither its own nor one of the page', () => {
    const next = anchors(['main']);
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
    { typed: [2, 3, 3, 2], shown: [2, 3, 3, 2] },
    { typed: [1, 2, 2, 1], shown: [2, 3, 3, 2] },
    { typed: [3, 3, 4], shown: [2, 2, 3] },
    { typed: [2, 6, 4], shown: [2, 3, 3] },
    { typed: [4, 2], shown: [2, 2] },
    { typed: [1, 2, 3, 4, 5, 6], shown: [2, 3, 4, 5, 6, 6] },
    { typed: [], shown: [] },
  ])('typed $typed stand as $shown', ({ typed, shown }) => {
    expect(headingLevels(typed)).toEqual(shown);
  });
});

describe('numbersItself', () => {
  it('sees her own numbers', () => {
    expect(numbersItself(['Why', '1. Because'])).toBe(true);
    expect(numbersItself(['Why', '2) Because'])).toBe(true);
  });
  it('is not deceived by a number that is a word', () => {
    expect(numbersItself(['3 things to say', '2025 in short'])).toBe(false);
  });
});
