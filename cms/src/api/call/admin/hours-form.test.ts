import { describe, expect, it } from 'vitest';
import { addHours, changeHours, copyHours, hoursErrors, removeHours, storedHours, typedHours } from './hours-form';

const stored = [
  { weekday: 3, from: '18:00', to: '24:00' },
  { weekday: 1, from: '14:00', to: '17:00' },
  { weekday: 1, from: '09:00', to: '12:00' },
];
const times = (hours: Parameters<typeof storedHours>[0]): string[] =>
  storedHours(hours).map(({ weekday, from, to }) => `${weekday} ${from}-${to}`);

describe('the weekly hours in the form', () => {
  it('come back as they were stored, in order, with the midnight that ends a day', () => {
    const typed = typedHours(stored);
    expect(typed.map(({ to }) => to)).toEqual(['12:00', '17:00', '00:00']);
    expect(times(typed)).toEqual(['1 09:00-12:00', '1 14:00-17:00', '3 18:00-24:00']);
    expect(hoursErrors(typed, 25)).toEqual({});
  });

  it('begin with a morning, then an afternoon, then nothing', () => {
    let typed = addHours([], 2);
    expect(times(typed)).toEqual(['2 09:00-12:00']);
    typed = addHours(addHours(typed, 2), 2);
    expect(typed.map(({ from, to }) => [from, to])).toEqual([
      ['09:00', '12:00'],
      ['14:00', '17:00'],
      ['', ''],
    ]);
    expect(new Set(typed.map(({ key }) => key)).size).toBe(3);
  });

  it('are removed and changed one by one', () => {
    const all = typedHours(stored);
    const typed = removeHours(all, all[0]?.key ?? '');
    expect(times(changeHours(typed, all[1]?.key ?? '', { to: '18:30' }))).toEqual(['1 14:00-18:30', '3 18:00-24:00']);
  });

  it('are copied to other weekdays in place of theirs', () => {
    const typed = copyHours(typedHours(stored), 1, [2, 3]);
    expect(times(typed)).toEqual([
      '1 09:00-12:00',
      '1 14:00-17:00',
      '2 09:00-12:00',
      '2 14:00-17:00',
      '3 09:00-12:00',
      '3 14:00-17:00',
    ]);
    expect(new Set(typed.map(({ key }) => key)).size).toBe(6);
  });

  it.each([
    ['', '12:00', 'Enter when these hours begin and end, or remove them.'],
    ['09:00', '', 'Enter when these hours begin and end, or remove them.'],
    ['09:02', '12:00', 'Enter times in steps of five minutes, such as 9:00 or 9:05.'],
    ['12:00', '12:00', 'The end must be after the start.'],
    ['13:00', '12:00', 'The end must be after the start.'],
    ['13:00', '13:20', 'Too short for a call of 25 minutes.'],
    ['11:00', '15:00', 'These hours overlap with the hours above them.'],
  ])('say what is wrong with %s to %s', (from, to, error) => {
    const typed = addHours(typedHours([{ weekday: 1, from: '10:00', to: '12:00' }]), 1);
    const key = typed[1]?.key ?? '';
    expect(hoursErrors(changeHours(typed, key, { from, to }), 25)).toEqual({ [key]: error });
  });

  it('may touch, and are the same on other weekdays', () => {
    expect(
      hoursErrors(
        typedHours([
          { weekday: 1, from: '09:00', to: '12:00' },
          { weekday: 1, from: '12:00', to: '24:00' },
          { weekday: 2, from: '09:00', to: '09:25' },
        ]),
        25,
      ),
    ).toEqual({});
  });
});
