import ICAL from 'ical.js';
import { timeZones } from 'shared';
import { describe, expect, it } from 'vitest';
import { vtimezone } from './calendar-file';

const halfHour = 30 * 60 * 1000;
const day = 48 * halfHour;

const wallClock = (zone: string) => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  return (instant: number): number => {
    const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(part.year ?? 0, (part.month ?? 0) - 1, part.day, part.hour, part.minute);
  };
};

/**
 * Noon of each day from 2025 to 2030, and each half hour of the days on which a clock changes, but for those that come
 * twice.
 */
function* moments(clock: (instant: number) => number): Generator<number> {
  for (let noon = Date.UTC(2025, 0, 1, 12); noon < Date.UTC(2031, 0, 1); noon += day) {
    yield noon;
    if (clock(noon + day) - clock(noon) === day) continue;
    for (let instant = noon; instant < noon + day; instant += halfHour) {
      const twice = [-2, -1, 1, 2].some((steps) => clock(instant + steps * halfHour) === clock(instant));
      if (!twice) yield instant;
    }
  }
}

/** When the component and the runtime disagree about the clock on the wall. */
function disagreements(zone: string): string[] {
  const component = new ICAL.Component(
    ICAL.parse(`BEGIN:VCALENDAR\r\n${vtimezone(zone)}\r\nEND:VCALENDAR`),
  ).getFirstSubcomponent('vtimezone');
  if (!component) throw new Error('There is no component.');
  const rules = new ICAL.Timezone({ component, tzid: zone });
  const clock = wallClock(zone);
  const read = (instant: number): number => {
    const time = ICAL.Time.fromJSDate(new Date(clock(instant)), true);
    time.zone = rules;
    return time.toUnixTime() * 1000;
  };
  return [...moments(clock)]
    .filter((instant) => read(instant) !== instant)
    .map((instant) => new Date(instant).toISOString());
}

describe('the rules of a time zone', () => {
  it.each(timeZones)('agree with the runtime from 2025 to 2030 in %s', (zone) => {
    expect(vtimezone(zone)).toContain(`TZID:${zone}\r\n`);
    expect(disagreements(zone)).toEqual([]);
  });

  it('are refused for an unknown zone', () => {
    expect(() => vtimezone('Europe/Nowhere')).toThrow('time zone');
  });
});
