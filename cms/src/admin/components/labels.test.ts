import { describe, expect, it } from 'vitest';
import { endAtWord, formatDate, formatDateTime, namesLabel } from './labels';

describe('dates in the admin', () => {
  it('are written as people say them, at the time where the reader is', () => {
    expect(formatDateTime('2026-05-01T08:30:00.000Z', 'Europe/London')).toBe('1 May 2026 at 9:30am');
    expect(formatDateTime('2026-12-01T00:00:00.000Z', 'Europe/London')).toBe('1 December 2026 at midnight');
    expect(formatDateTime('2026-12-01T00:00:00.000Z', 'America/New_York')).toBe('30 November 2026 at 7pm');
    expect(formatDate('2027-01-09')).toBe('9 January 2027');
  });
});

describe('several names in a sentence', () => {
  it('are all said where they are few, otherwise the first of them and how many more there are', () => {
    expect(namesLabel([])).toBe('');
    expect(namesLabel(['Robin'])).toBe('Robin');
    expect(namesLabel(['Robin', 'Wren'])).toBe('Robin and Wren');
    expect(namesLabel(['Robin', 'Wren', 'Linnet', 'Ouzel'])).toBe('Robin, Wren, Linnet and Ouzel');
    expect(namesLabel(['Robin', 'Wren', 'Linnet', 'Ouzel', 'Finch', 'Lark'])).toBe('Robin, Wren, Linnet and 3 more');
  });
});

describe('the beginning of a longer text', () => {
  it('ends with a whole word, unless it hardly has one', () => {
    expect(endAtWord('I only wanted to say that I read this to my dad i')).toBe(
      'I only wanted to say that I read this to my dad…',
    );
    expect(endAtWord('He asked me to read it again. Th')).toBe('He asked me to read it again…');
    expect(endAtWord('See https://example.org/a-very-long-address/that-goes-on')).toBe(
      'See https://example.org/a-very-long-address/that-goes-on…',
    );
    expect(endAtWord('静かな部屋')).toBe('静かな部屋…');
  });
});
