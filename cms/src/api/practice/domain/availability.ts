import type { Availability, AvailabilityState } from 'shared';

/** The choices of the form, in the words that the counsellor sees. */
const states: Readonly<Record<string, AvailabilityState>> = {
  'Space now': 'now',
  'Space from a day': 'from',
  'No space': 'full',
  'People should ask': 'ask',
};

/** What the practice says about space, as it is stored; the moment of the last change in ISO 8601. */
export interface StoredAvailability {
  availability?: unknown;
  availableFrom?: unknown;
  availabilityNote?: unknown;
  availabilityUpdated?: unknown;
}

const fields = ['availability', 'availableFrom', 'availabilityNote'] as const;

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Returns what readers may know; null if the counsellor has said nothing. */
export const availabilityOf = (stored: StoredAvailability, updated: string | null): Availability | null => {
  const state = states[textOf(stored.availability)];
  if (state === undefined || updated === null) return null;
  const from = state === 'from' ? textOf(stored.availableFrom).slice(0, 10) : '';
  const note = textOf(stored.availabilityNote);
  return { state, from: from === '' ? null : from, note: note === '' ? null : note, updated };
};

/** Returns what is wrong with what was entered about space; null if nothing. */
export const availableFromError = ({ availability, availableFrom }: StoredAvailability): string | null =>
  states[textOf(availability)] === 'from' && textOf(availableFrom) === ''
    ? 'Enter the day from which you have space.'
    : null;

/**
 * Returns what is entered with the moment of the change, if it says something else about space than before.
 *
 * @param stored what was saved before; null at first
 */
export const withUpdated = <Entered extends StoredAvailability>(
  entered: Entered,
  stored: StoredAvailability | null,
  now: Date,
): Entered => {
  const isChanged = fields.some(
    (field) => entered[field] !== undefined && textOf(entered[field]) !== textOf(stored?.[field]),
  );
  return isChanged ? { ...entered, availabilityUpdated: now.toISOString() } : entered;
};
