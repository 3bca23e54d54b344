import { describe, expect, it } from 'vitest';
import { typedPracticeDates } from './typed-dates';

const now = new Date('2026-06-01T12:00:00Z');
const errorsOf = (values: object, saved: object = {}) => typedPracticeDates(values, now, { saved });

describe('the dates of the practice while they are typed', () => {
  it('say that the time away is over, unless it has passed by itself', () => {
    const [past, error] = ['2026-05-01T09:00:00.000Z', { field: 'awayUntil', message: expect.any(String) as string }];
    expect(errorsOf({ awayUntil: past })).toEqual([error]);
    expect(errorsOf({ awayUntil: past }, { awayUntil: past })).toEqual([]);
    expect(errorsOf({ awayUntil: 'incomplete' })).toEqual([]);
    expect(errorsOf({ awayUntil: '2026-07-01T09:00:00.000Z' })).toEqual([]);
  });

  it('say that a help line or a credential was checked on a day to come', () => {
    expect(errorsOf({ helpLines: [{ checked: '2026-06-01' }, { checked: '2026-06-02' }, {}] })).toEqual([
      { field: 'helpLines.1.checked', message: 'This day is in the future. Enter the day on which you checked it.' },
    ]);
    expect(errorsOf({ credentials: [{}, { checked: '2026-06-02' }] })).toMatchObject([
      { field: 'credentials.1.checked' },
    ]);
  });
});
