const inFull = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
});
const asDay = new Intl.DateTimeFormat('en-CA', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'Europe/London',
});

/** An instant or a day as readers see it, in London's time: `12 March 2026`. */
export const longDate = (instant: string): string => inFull.format(new Date(instant));

/** The same day for machines, `2026-03-12`: what a `<time datetime>` needs so that both say one thing. */
export const calendarDay = (instant: string): string => asDay.format(new Date(instant));

/** A reading time in words: `1 minute`, `4 minutes`. */
export const minutes = (count: number): string => `${count} ${count === 1 ? 'minute' : 'minutes'}`;
