/** The weekday and the time of day in a zone, or in the reader's own. */
function clock(instant: Date, timeZone?: string): { day: string; time: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h12',
    timeZone,
  }).formatToParts(instant);
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

/** Adds the reader's local time to each time of a workshop, where the two differ. */
export function addLocalTimes(page: Document): void {
  for (const time of page.querySelectorAll<HTMLTimeElement>('time[data-zone]')) {
    const local = localTime(time.dateTime, time.dataset.zone ?? 'UTC');
    if (!local) continue;
    const note = page.createElement('span');
    note.className = 'local-time';
    note.textContent = `(${local} where you are)`;
    time.parentElement?.append(' ', note);
  }
}
