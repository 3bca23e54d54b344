const longDay = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** Returns a calendar day such as `2026-12-01` in words: `Tuesday 1 December 2026`. */
export const dayWords = (day: string): string => longDay.format(new Date(`${day}T00:00:00Z`)).replace(',', '');
