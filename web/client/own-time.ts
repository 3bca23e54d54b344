/** What the clock on the wall says in a zone (or here), and the day that it is there. */
function clock(at: Date, timeZone?: string): { day: string; time: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h12',
    timeZone,
  }).formatToParts(at);
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
 * A time in the reader's own zone (or in `own`) as words, `11am` or `Sunday 1:30am`; empty when the clock on the wall says the same as
 * the one in `zone`, whatever the two zones are called.
 */
export function ownTime(instant: string, zone: string, own?: string): string {
  const at = new Date(instant);
  const [there, here] = [clock(at, zone), clock(at, own)];
  if (there.day !== here.day) return `${here.day} ${here.time}`;
  return there.time === here.time ? '' : here.time;
}

/** Says beside each time in the workshop's zone what that is where the reader is, where it differs. */
export function tellOwnTimes(page: Document): void {
  for (const time of page.querySelectorAll<HTMLTimeElement>('time[data-zone]')) {
    const own = ownTime(time.dateTime, time.dataset.zone ?? 'UTC');
    if (!own) continue;
    const says = page.createElement('span');
    says.className = 'own-time';
    says.textContent = `(that is ${own} where you are)`;
    time.parentElement?.append(says);
  }
}
