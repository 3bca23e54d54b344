const formatters: Record<string, Intl.DateTimeFormat> = {};

/** The weekday and the time of day in a zone, or in the reader's own. */
function clock(instant: Date, timeZone?: string): { day: string; time: string } {
  // A phone needs ten milliseconds to make one.
  formatters[timeZone ?? ''] ??= new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h12',
    timeZone,
  });
  const parts = formatters[timeZone ?? '']?.formatToParts(instant) ?? [];
  const {
    weekday = '',
    hour = '',
    minute,
    dayPeriod = '',
  } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  const time = `${hour}${minute === '00' ? '' : `:${minute}`}${dayPeriod}`;
  return { day: weekday, time: { '12pm': 'midday', '12am': 'midnight' }[time] ?? time };
}

/**
 * Returns a time as the reader's clock shows it, `11am` or `Sunday 1:30am`; empty where that is the same as in
 * `timeZone`, whatever the two zones are called.
 *
 * @param localZone the reader's zone; the browser's if omitted
 */
export function localTime(instant: string, timeZone: string, localZone?: string): string {
  const date = new Date(instant);
  const [there, here] = [clock(date, timeZone), clock(date, localZone)];
  if (there.day !== here.day) return `${here.day} ${here.time}`;
  return there.time === here.time ? '' : here.time;
}

/**
 * Returns the start and the end as the reader's clock shows them, `5am to 8am`; empty where both are the same as in
 * `timeZone`.
 *
 * @param ends null for a moment, such as a deadline
 * @param localZone the reader's zone; the browser's if omitted
 */
export function localTimes(starts: string, ends: string | null, timeZone: string, localZone?: string): string {
  const instants = ends === null ? [starts] : [starts, ends];
  const local = instants.map((instant) => localTime(instant, timeZone, localZone));
  if (local.every((time) => time === '')) return '';
  const [first, last] = instants.map((instant, index) => local[index] || clock(new Date(instant), localZone).time);
  if (last === undefined) return first ?? '';
  // The weekday is said once if both are on the same one.
  const weekday = /^\S+day /.exec(first ?? '')?.[0] ?? '';
  return `${first} to ${weekday !== '' && last.startsWith(weekday) ? last.slice(weekday.length) : last}`;
}

/** Adds the reader's local time behind each time of a workshop, where the two differ. */
export function addLocalTimes(page: Document): void {
  const elements = page.querySelectorAll<HTMLElement>('[data-zone][data-starts]');
  const ownZone = elements.length > 0 ? Intl.DateTimeFormat().resolvedOptions().timeZone : '';
  for (const element of elements) {
    const { zone = 'UTC', starts = '', ends } = element.dataset;
    const local = zone === ownZone ? '' : localTimes(starts, ends ?? null, zone);
    if (!local) continue;
    const note = page.createElement('span');
    note.className = 'local-time';
    note.textContent = `(${local} where you are)`;
    element.after(' ', note);
  }
}
