import { describe, expect, it } from 'vitest';
import { availabilityOf, availableFromError, withUpdated } from './availability';

const updated = '2026-11-27T12:00:00.000Z';

describe('what the counsellor says about her space', () => {
  it('is nothing before she has chosen', () => {
    expect(availabilityOf({ availability: null, availabilityNote: 'Soon.' }, updated)).toBeNull();
    expect(availabilityOf({ availability: 'Space now' }, null)).toBeNull();
  });

  it('has a day only where she has space from a day', () => {
    const stored = { availability: 'Space from a day', availableFrom: '2027-01-12', availabilityNote: ' Thursdays. ' };
    expect(availabilityOf(stored, updated)).toEqual({ state: 'from', from: '2027-01-12', note: 'Thursdays.', updated });
    expect(availabilityOf({ ...stored, availability: 'No space' }, updated)).toMatchObject({
      state: 'full',
      from: null,
    });
  });

  it('needs that day', () => {
    expect(availableFromError({ availability: 'Space from a day', availableFrom: null })).toMatch(/Enter the day/);
    expect(availableFromError({ availability: 'No space' })).toBeNull();
  });

  it('gets a new date when it says something else, and not when it is saved again', () => {
    const now = new Date(updated);
    const stored = { availability: 'Space now', availableFrom: null, availabilityNote: 'Thursdays.' };
    expect(withUpdated({ ...stored }, stored, now)).not.toHaveProperty('availabilityUpdated');
    expect(withUpdated({ availabilityNote: 'Mondays.' }, stored, now)).toHaveProperty('availabilityUpdated', updated);
    expect(withUpdated({ availability: 'No space' }, null, now)).toHaveProperty('availabilityUpdated', updated);
    expect(withUpdated({}, stored, now)).toEqual({});
  });
});
