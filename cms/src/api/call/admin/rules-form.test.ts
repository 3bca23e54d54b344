import type { CallRules } from 'shared';
import { describe, expect, it } from 'vitest';
import { usualCallRules } from '#src/api/call/domain/usual-rules';
import { checkRules, isSame, type TypedRules, typedRules } from './rules-form';

const stored: CallRules = {
  ...usualCallRules,
  hours: [
    { weekday: 5, from: '09:00', to: '12:00' },
    { weekday: 1, from: '18:00', to: '24:00' },
  ],
  channels: ['phone', 'online'],
  joining: 'The link is in your email.',
};
const check = (change: Partial<TypedRules>) => checkRules({ ...typedRules(stored), ...change });

describe('the rules of calls in the form', () => {
  it('come back as they were stored', () => {
    expect(check({})).toEqual({
      rules: { ...stored, hours: stored.hours.toReversed(), channels: ['online', 'phone'] },
    });
    expect(isSame(typedRules(stored), stored)).toBe(true);
  });

  it('have no limit where it was left empty', () => {
    expect(check({ maxPerDay: ' ', maxPerWeek: '12', joining: ' ' })).toMatchObject({
      rules: { maxPerDay: null, maxPerWeek: 12, joining: null },
    });
  });

  it.each([
    [{ minutes: '' }, 'Enter a whole number from 10 to 120, in steps of 5.'],
    [{ minutes: '22' }, 'Enter a whole number from 10 to 120, in steps of 5.'],
    [{ noticeHours: '-1' }, 'Enter a whole number from 0 to 720.'],
    [{ horizonDays: '1e2' }, 'Enter a whole number from 1 to 120.'],
    [{ maxPerDay: '0' }, 'Enter a whole number from 1 to 50, or leave this empty.'],
    [{ joining: 'a'.repeat(1_001) }, 'Shorten this: it has 1001 characters and can have 1000.'],
  ])('say how to put %o right', (change: Partial<TypedRules>, error) => {
    const [name = ''] = Object.keys(change);
    expect(check(change)).toEqual({ errors: { hours: {}, [name]: error } });
  });

  it('need a way to talk', () => {
    expect(check({ isOnline: false, isByPhone: false })).toEqual({
      errors: { hours: {}, channels: 'Choose at least one.' },
    });
  });

  it('are the same whatever their order, and not once something was typed', () => {
    const typed = typedRules(stored);
    expect(isSame({ ...typed, hours: typed.hours.toReversed() }, stored)).toBe(true);
    for (const change of [{ isOpen: true }, { minutes: '30' }, { minutes: '' }, { hours: [] }, { isByPhone: false }])
      expect(isSame({ ...typed, ...change }, stored)).toBe(false);
  });
});
