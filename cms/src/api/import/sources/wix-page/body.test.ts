import { describe, expect, it } from 'vitest';
import { isQuotation, judgeAttribution, splitClosingRemarks } from './body';

const lines = (...texts: string[]) => texts.map((text, index) => ({ text, number: index + 1, apart: false }));

describe('isQuotation', () => {
  it.each(['“Be kinder”', '“ Be kinder”', '"Be kinder"', '‘I don’t need help’', '“Be kinder”.'])('%s', (text) => {
    expect(isQuotation(text)).toBe(true);
  });
  it.each(['“I can’t,” she said.', '“One” and “two”', 'She said “no”', '“'])('is none: %s', (text) => {
    expect(isQuotation(text)).toBe(false);
  });
});

describe('judgeAttribution', () => {
  it.each([
    ['– Carl Rogers', 'sure'],
    ['Carl Rogers', 'likely'],
    ['Irvin D. Yalom', 'likely'],
    ['– and so we go on.', 'no'],
    ['And so we go on.', 'no'],
    ['Rogers', 'no'],
  ])('%s', (line, judgement) => {
    expect(judgeAttribution(line)).toBe(judgement);
  });
});

describe('splitClosingRemarks', () => {
  it('gives the remark behind the last of several quotations a line of its own', () => {
    const { lines: split, changes } = splitClosingRemarks(
      lines('“You’re lazy”', '“Get it together”…………….. Or words of that effect.'),
    );
    expect(split.map(({ text }) => text)).toEqual(['“You’re lazy”', '“Get it together”', 'Or words of that effect.']);
    expect(changes).toHaveLength(1);
  });
  it('leaves a single quotation and its sentence together', () => {
    const one = lines('She shrugged.', '“Get it together”… Or so I said.');
    expect(splitClosingRemarks(one)).toEqual({ lines: one, changes: [] });
  });
});
