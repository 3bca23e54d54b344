import { describe, expect, it } from 'vitest';
import { fit } from './fit';

/** Type of which every letter is half as wide as it is high. */
const measure = (text: string, size: number): number => (text.length * size) / 2;
const letters = (text: string): string[] => [...text];
const box = { width: 100, height: 50, size: 20, leading: 1.2 };
const fitted = (text: string) => fit(text, box, measure, letters);

describe('fit', () => {
  it('keeps the size of a text that fits', () => {
    expect(fitted('Jo Lee')).toEqual({ lines: ['Jo Lee'], size: 20 });
    expect(fitted('Jo Lee Lou Rae')).toEqual({ lines: ['Jo Lee', 'Lou Rae'], size: 20 });
  });

  it('fills lines evenly', () => {
    expect(fitted('aaaa bbbb c').lines).toEqual(['aaaa', 'bbbb c']);
  });

  it('reduces a text that does not fit, and no more than necessary', () => {
    const { lines, size } = fitted('abcdefghijkl');
    expect(lines).toEqual(['abcdefghijkl']);
    expect(measure('abcdefghijkl', size)).toBeLessThanOrEqual(100);
    expect(measure('abcdefghijkl', size / 0.97)).toBeGreaterThan(100);
  });

  it.each(['x'.repeat(300), 'word '.repeat(200).trim(), `${'x'.repeat(120)} and ${'y'.repeat(120)}`, 'a'])(
    'stays inside with %s',
    (text) => {
      const { lines, size } = fitted(text);
      expect(lines.every((line) => measure(line, size) <= 100)).toBe(true);
      expect(lines.length * size * 1.2).toBeLessThanOrEqual(50);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    },
  );

  it('returns no lines for an empty text', () => {
    expect(fitted('').lines).toEqual([]);
  });
});
