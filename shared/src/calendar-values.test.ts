import { describe, expect, it } from 'vitest';
import { calendarError } from './calendar-values.js';

describe('calendarError', () => {
  it.each([
    ['date', '2028-02-29'],
    ['date', '1900-01-01'],
    ['date', '2100-12-31'],
    ['date', null],
    ['time', '00:00'],
    ['time', '23:59:59.999'],
    ['time', null],
    ['datetime', '2027-01-09T14:30:00.000Z'],
    ['datetime', '2027-01-09T14:30+01:00'],
    ['datetime', new Date('2027-01-09T14:30:00.000Z')],
    ['datetime', null],
  ] as const)('accepts a %s that exists: %s', (type, value) => {
    expect(calendarError(type, 'Day', value)).toBeNull();
  });

  it.each([
    ['date', '2026-02-31', 'whole date that exists'],
    ['date', '2027-02-29', 'whole date that exists'],
    ['date', '2026-13-01', 'whole date that exists'],
    ['date', '31/02/2026', 'whole date that exists'],
    ['date', 'incomplete', 'whole date that exists'],
    ['date', 20270109, 'whole date that exists'],
    ['date', '0202-01-09', 'year from 1900 to 2100'],
    ['date', '2101-01-01', 'year from 1900 to 2100'],
    ['time', 'undefined:00.000', 'whole time of day'],
    ['time', '25:00', 'whole time of day'],
    ['time', '9:00', 'whole time of day'],
    ['time', '12:60', 'whole time of day'],
    ['datetime', '2026-02-31T10:00:00.000Z', 'whole date and time'],
    ['datetime', '2027-01-09T25:00:00.000Z', 'whole date and time'],
    ['datetime', '2027-01-09T14:30', 'whole date and time'],
    ['datetime', 'Invalid Date', 'whole date and time'],
    ['datetime', new Date(Number.NaN), 'whole date and time'],
    ['datetime', '1899-12-31T23:00:00.000Z', 'year from 1900 to 2100'],
    ['datetime', new Date('2207-01-01T00:00:00.000Z'), 'year from 1900 to 2100'],
  ] as const)('refuses a %s that does not, in a sentence that names the field: %s', (type, value, says) => {
    const message = calendarError(type, 'Day', value);
    expect(message).toContain(says);
    expect(message).toMatch(/^“Day” has to be .*\.$/);
  });
});
