interface Day {
  weekday: string;
  day: string;
  month: string;
  year: string;
}

function dayIn(instant: string, timeZone: string): Day {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const part = Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return { weekday: part.weekday ?? '', day: part.day ?? '', month: part.month ?? '', year: part.year ?? '' };
}

const inFull = ({ weekday, day, month, year }: Day): string => `${weekday} ${day} ${month} ${year}`;

/**
 * From the day of the first session to that of the last: `Saturday 13 to Sunday 14 June 2026`. What both share is said
 * once.
 */
export function daysInWords(from: string, to: string, timeZone: string): string {
  const first = dayIn(from, timeZone);
  const last = dayIn(to, timeZone);
  if (inFull(first) === inFull(last)) return inFull(first);
  const year = first.year === last.year ? '' : ` ${first.year}`;
  const month = year === '' && first.month === last.month ? '' : ` ${first.month}`;
  return `${first.weekday} ${first.day}${month}${year} to ${inFull(last)}`;
}
