import { dayAfter, dayAt } from './wall-clock';

/** The day, in its zone, on which everything of a workshop's participants is deleted. */
export const deletionDay = (ends: string, timeZone: string, keepDays: number): string =>
  dayAfter(dayAt(ends, timeZone), keepDays);
