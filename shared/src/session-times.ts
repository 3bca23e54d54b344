const formats = new Map<string, Intl.DateTimeFormat>();

const format = (timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = timeZone + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  formats.set(key, known);
  return known;
};

/** The day of an instant in a zone as people say it: `Saturday 13 June 2026`. */
export const dayWords = (instant: string, timeZone: string): string =>
  format(timeZone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(instant)).replace(',', '');

/** The clock on the wall: `10am`, `10:30am`, `midday`, `midnight`. `clock` is `HH:mm`. */
export const clockWords = (clock: string): string => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  if (minute === 0 && hour % 12 === 0) return hour === 12 ? 'midday' : 'midnight';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
};

/** The time of an instant on the wall clock of a zone, in the words of `clockWords`. */
export const timeWords = (instant: string, timeZone: string): string =>
  clockWords(format(timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant)));

const zoneName = (instant: string, timeZone: string, timeZoneName: 'long' | 'longOffset'): string =>
  format(timeZone, { timeZoneName }).formatToParts(new Date(instant)).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;

/** A zone as it is at that instant: `British Summer Time (UTC+1)`, `India Standard Time (UTC+5:30)`. */
export const zoneWords = (instant: string, timeZone: string): string => {
  const name = zoneName(instant, timeZone, 'long');
  const offset = zoneName(instant, timeZone, 'longOffset').replace(/^GMT/, 'UTC').replace(/([+-])0/, '$1').replace(/:00$/, '').replace(/\+0$/, '');
  if (/^(?:UTC|GMT)|Coordinated/.test(name)) return 'Coordinated Universal Time (UTC)';
  return `${name} (${offset})`;
};

/** `Saturday 13 June 2026, 10am to 1pm`; a meeting that goes on past midnight names both days. */
export const sessionWords = ({ starts, ends }: { starts: string; ends: string }, timeZone: string): string => {
  const [first, last] = [dayWords(starts, timeZone), dayWords(ends, timeZone)];
  const until = first === last ? timeWords(ends, timeZone) : `${last}, ${timeWords(ends, timeZone)}`;
  return `${first}, ${timeWords(starts, timeZone)} to ${until}`;
};

/** Pence as a price: `£48`, `£7.50`, `Free`. */
export const priceWords = (pence: number): string => (pence === 0 ? 'Free' : `£${pence % 100 === 0 ? pence / 100 : (pence / 100).toFixed(2)}`);
