const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const dayOnly = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** `1 May 2026, 09:30`, on the clock of whoever reads it. */
export const momentInWords = (iso: string): string => moment.format(new Date(iso));

/** `1 May 2026` of a calendar day. */
export const dayInWords = (day: string): string => dayOnly.format(new Date(`${day}T00:00:00Z`));

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const several = (n: number, one: string): string => (n === 1 ? `1 ${one}` : `${n} ${one}s`);

/** `3 hours`, `2 days`: how long something has been waiting. Both in milliseconds or as instants. */
export const howLongInWords = (since: string, now: number): string => {
  const passed = now - new Date(since).getTime();
  if (passed < minute) return 'less than a minute';
  if (passed < hour) return several(Math.floor(passed / minute), 'minute');
  return passed < 2 * day ? several(Math.floor(passed / hour), 'hour') : several(Math.floor(passed / day), 'day');
};

/** The calendar day that many days from now, as a date field takes it. */
export const dayFromNow = (days: number, now: number): string => new Date(now + days * day).toISOString().slice(0, 10);
