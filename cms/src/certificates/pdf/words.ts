interface Day {
  weekday: string;
  day: string;
  month: string;
  year: string;
}

function dayIn(instant: string, timeZone: string): Day {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const part = Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return { weekday: part.weekday ?? '', day: part.day ?? '', month: part.month ?? '', year: part.year ?? '' };
}

const inFull = ({ weekday, day, month, year }: Day): string => `${weekday} ${day} ${month} ${year}`;

/** The day of an instant as the calendar on the wall showed it in that zone: `Saturday 13 June 2026`. */
export const dayInWords = (instant: string, timeZone: string): string => inFull(dayIn(instant, timeZone));

/** From the day of the first session to that of the last: `Saturday 13 to Sunday 14 June 2026`. What both share is said once. */
export function daysInWords(from: string, to: string, timeZone: string): string {
  const first = dayIn(from, timeZone);
  const last = dayIn(to, timeZone);
  if (inFull(first) === inFull(last)) return inFull(first);
  const year = first.year === last.year ? '' : ` ${first.year}`;
  const month = year === '' && first.month === last.month ? '' : ` ${first.month}`;
  return `${first.weekday} ${first.day}${month}${year} to ${inFull(last)}`;
}

const fractions: Readonly<Record<number, string>> = { 0: '', 0.25: '¼', 0.5: '½', 0.75: '¾' };

/** Hours as people write them: `3 hours`, `1½ hours`, `1 hour`, `½ hour`; what is no quarter as a decimal. */
export function hoursInWords(hours: number): string {
  const whole = Math.floor(hours);
  const fraction = fractions[hours - whole];
  const number = fraction === undefined ? String(Math.round(hours * 100) / 100) : `${whole === 0 ? '' : whole}${fraction}`;
  return `${number} ${hours > 1 ? 'hours' : 'hour'}`;
}
