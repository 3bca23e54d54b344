import { describe, expect, it } from 'vitest';
import { incomplete, inputError, inWords, shownIn, storedFrom } from './calendar-input';

const london = 'Europe/London';

describe('a field for days, times or instants', () => {
  it.each([
    ['date', '2027-01-09', '2027-01-09'],
    ['time', '14:30:00.000', '14:30'],
    ['datetime', '2027-01-09T14:30:00.000Z', '2027-01-09T14:30'],
    ['datetime', '2027-07-09T23:30:00.000Z', '2027-07-10T00:30'],
    ['date', null, ''],
    ['time', null, ''],
    ['datetime', null, ''],
  ] as const)('shows and stores the same %s: %s', (type, stored, shown) => {
    expect(shownIn(type, stored, london)).toBe(shown);
    expect(storedFrom(type, shown, london)).toBe(stored);
  });

  it('reads instants in the zone of the practice', () => {
    expect(storedFrom('datetime', '2027-01-09T14:30', 'America/New_York')).toBe('2027-01-09T19:30:00.000Z');
  });

  it('keeps a time that the clocks skip as it was typed, and refuses it', () => {
    const typed = storedFrom('datetime', '2027-03-28T01:30', london);
    expect(shownIn('datetime', typed, london)).toBe('2027-03-28T01:30');
    expect(inputError('datetime', typed)).toBe('The clocks go forward then and skip this time. Enter another.');
  });

  it('keeps a year with a digit too many as it was typed, and refuses it', () => {
    const typed = storedFrom('datetime', '20270-01-01T10:00', london);
    expect(shownIn('datetime', typed, london)).toBe('20270-01-01T10:00');
    expect(inputError('datetime', typed)).toBe('Enter a year from 1900 to 2100.');
    expect(inWords('datetime', typed, london)).toBe('');
  });

  it.each([
    ['date', incomplete, 'Enter the whole date'],
    ['time', incomplete, 'Enter the whole time'],
    ['datetime', incomplete, 'Enter the whole date and time'],
    ['date', '0202-01-09', 'Enter a year from 1900 to 2100.'],
    ['date', '12027-01-09', 'Enter a year from 1900 to 2100.'],
    ['datetime', '2207-01-09T14:30:00.000Z', 'Enter a year from 1900 to 2100.'],
  ] as const)('says what is wrong with a %s: %s', (type, value, says) => {
    expect(inputError(type, value)).toContain(says);
    expect(inWords(type, value, london)).toBe('');
  });

  it.each([
    ['date', '2027-01-09', 'Saturday 9 January 2027'],
    ['time', '14:30:00.000', '2:30pm'],
    ['datetime', '2027-07-09T23:30:00.000Z', 'Saturday 10 July 2027 at 12:30am, UK time (BST)'],
    ['date', null, ''],
  ] as const)('says a %s in words: %s', (type, value, words) => {
    expect(inWords(type, value, london)).toBe(words);
    expect(inputError(type, value)).toBeNull();
  });
});
