import { calendarErrors } from 'shared';
import { describe, expect, it } from 'vitest';
import { addressError, calendarState, checkCalendar } from './calendar-labels';

const typed = { name: 'Home', address: 'webcal://p1.example/a.ics', allDayBlocks: false };

describe('a calendar that is typed', () => {
  it('needs a name and an address, which may be kept when it is changed', () => {
    expect(checkCalendar(typed, false)).toEqual({});
    expect(checkCalendar({ ...typed, name: ' ', address: '' }, false)).toEqual({
      name: expect.stringContaining('name'),
      address: 'Enter the calendar’s secret address.',
    });
    expect(checkCalendar({ ...typed, address: ' ' }, true)).toEqual({});
    expect(checkCalendar({ ...typed, address: 'my calendar' }, true).address).toContain('https://');
    expect(checkCalendar({ ...typed, address: `https://x.example/${'a'.repeat(2_000)}` }, false).address).toContain(
      'too long',
    );
  });

  it('is told why its address can’t be read, in a sentence of its own for each reason', () => {
    const sentences = calendarErrors.map(addressError);
    expect(new Set(sentences).size).toBe(calendarErrors.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].+\.$/);
  });
});

describe('a calendar that is stored', () => {
  it('says when it was read, and how much it has', () => {
    const calendar = {
      number: 1,
      version: 1,
      name: 'Home',
      host: 'calendar.example',
      allDayBlocks: false,
      readAt: null,
      triedAt: null,
      error: null,
      isStale: true,
      busyCount: 0,
    };
    expect(calendarState(calendar)).toBe('Not read yet');
    const read = { ...calendar, readAt: '2027-03-01T10:00:00.000Z' };
    expect(calendarState({ ...read, busyCount: 1 })).toMatch(/^Last read .+ · 1 busy time$/);
    expect(calendarState(read)).toMatch(/no busy times ahead$/);
  });
});
