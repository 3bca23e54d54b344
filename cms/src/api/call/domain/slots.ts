import type { CallRules, SlotReason } from 'shared';
import { type Interval, merged, overlap, overlapsAny } from './intervals';
import { dayIndex, daysOfWeeks, type LocalDay, momentAt, wallMinutes } from './local-days';

/*
 * Which introductory calls can be booked: a pure function of the rules, of what the diary has, and of `now`. Moments
 * are milliseconds since 1970. What is offered and why something isn't come from the same checks.
 */

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const cellMs = 5 * minuteMs;

/** A booked call. `busy`: with its buffers, as they were when it was booked. */
interface DiaryCall {
  readonly starts: number;
  readonly busy: Interval;
}

/**
 * Everything that decides what is free. `calls` are the booked ones, of whole weeks where `maxPerWeek` counts them;
 * `busy` is what her other calendars say; `staleCalendars` are those whose copy is too old to count.
 */
export interface Diary {
  readonly rules: CallRules;
  /** The practice's zone (IANA). */
  readonly timeZone: string;
  /** Where readers book instead; null if they book here. */
  readonly bookingUrl: string | null;
  /** Until when the counsellor is away; null if she isn't. */
  readonly awayUntil: number | null;
  readonly openings: readonly Interval[];
  readonly timeOff: readonly Interval[];
  readonly calls: readonly DiaryCall[];
  readonly busy: readonly (Interval & { readonly calendar: string })[];
  readonly staleCalendars: readonly string[];
}

/** `detail` is a calendar's name, or the nearest start as an ISO instant; see `slotReasons`. */
export interface WhyNot {
  readonly reason: SlotReason;
  readonly detail: string | null;
}

const callAt = ({ minutes }: Pick<CallRules, 'minutes'>, start: number): Interval => ({
  from: start,
  until: start + minutes * minuteMs,
});

/** Returns the time that a call takes with its buffers. */
export const busyOf = (
  { minutes, bufferBefore, bufferAfter }: Pick<CallRules, 'minutes' | 'bufferBefore' | 'bufferAfter'>,
  start: number,
): Interval => ({ from: start - bufferBefore * minuteMs, until: start + (minutes + bufferAfter) * minuteMs });

/** Returns the numbers of the five-minute cells that a time touches: the database gives each cell to one call. */
export const cellsOf = ({ from, until }: Interval): number[] => {
  const first = Math.floor(from / cellMs);
  return Array.from({ length: Math.ceil(until / cellMs) - first }, (_, index) => first + index);
};

/** Returns the time in which calls can begin: from the notice on, to the end of the last day that can be booked. */
export const horizonOf = ({ rules, timeZone }: Pick<Diary, 'rules' | 'timeZone'>, now: number): Interval => {
  const days = daysOfWeeks({ from: now, until: now + (rules.horizonDays + 8) * 24 * hourMs }, timeZone);
  const last = days[dayIndex(days, now) + rules.horizonDays];
  return { from: now + rules.noticeHours * hourMs, until: last?.until ?? now };
};

/** Returns the times of a day in which a call can begin and end, by the weekly hours. */
const hoursOf = ({ rules, timeZone }: Diary, day: LocalDay): (Interval & { starts: number[] })[] =>
  rules.hours
    .filter(({ weekday }) => weekday === day.weekday)
    .map((hours) => {
      const [from, to] = [wallMinutes(hours.from), wallMinutes(hours.to)];
      const starts: number[] = [];
      for (let minutes = from; minutes + rules.minutes <= to; minutes += rules.everyMinutes) {
        const start = momentAt(day, minutes, timeZone);
        if (start !== null) starts.push(start);
      }
      return {
        starts,
        from: momentAt(day, from, timeZone) ?? starts[0] ?? day.until,
        until: momentAt(day, to, timeZone) ?? day.until,
      };
    });

const startsOfOpening = ({ rules }: Diary, { from, until }: Interval): number[] => {
  const starts: number[] = [];
  for (let start = from; start + rules.minutes * minuteMs <= until; start += rules.everyMinutes * minuteMs)
    starts.push(start);
  return starts;
};

/** A diary as the checks read it. */
interface View {
  readonly diary: Diary;
  readonly now: number;
  readonly horizon: Interval;
  readonly days: readonly LocalDay[];
  readonly taken: readonly Interval[];
  readonly timeOff: readonly Interval[];
  readonly busy: readonly Interval[];
  /** How many calls each day has, by its index. */
  readonly perDay: readonly number[];
}

const viewOf = (diary: Diary, now: number, range: Interval): View => {
  const days = daysOfWeeks(range, diary.timeZone);
  const perDay = days.map(() => 0);
  for (const { starts } of diary.calls) {
    const index = dayIndex(days, starts);
    if (index >= 0 && starts < (days.at(-1)?.until ?? 0)) perDay[index] = (perDay[index] ?? 0) + 1;
  }
  return {
    diary,
    now,
    horizon: horizonOf(diary, now),
    days,
    taken: merged(diary.calls.map(({ busy }) => busy)),
    timeOff: merged(diary.timeOff),
    busy: merged(diary.busy),
    perDay,
  };
};

const limitReasons = ({ diary: { rules }, days, perDay }: View, start: number): SlotReason[] => {
  const index = dayIndex(days, start);
  const monday = index - (index % 7);
  const ofWeek = perDay.slice(monday, monday + 7).reduce((sum, count) => sum + count, 0);
  return [
    ...(rules.maxPerDay !== null && (perDay[index] ?? 0) >= rules.maxPerDay ? (['day-full'] as const) : []),
    ...(rules.maxPerWeek !== null && ofWeek >= rules.maxPerWeek ? (['week-full'] as const) : []),
  ];
};

/** Returns the calendars that are busy: none where the quick look at all of them finds nothing. */
const busyReasons = ({ diary, busy }: View, wanted: Interval): WhyNot[] =>
  overlapsAny(busy, wanted)
    ? [...new Set(diary.busy.filter((time) => overlap(time, wanted)).map(({ calendar }) => calendar))].map(
        (calendar) => ({ reason: 'busy', detail: calendar }),
      )
    : [];

/**
 * Returns what speaks against a start, whatever the hours say. Only the call, not its buffers, keeps out of time off.
 */
const reasonsAgainst = (view: View, start: number): WhyNot[] => {
  const { diary, now, horizon, taken, timeOff } = view;
  const { rules } = diary;
  const wanted = busyOf(rules, start);
  const reasons: SlotReason[] = [];
  if (diary.bookingUrl !== null) reasons.push('elsewhere');
  else if (!rules.isOpen) reasons.push('closed');
  if (start < now) reasons.push('passed');
  else if (start < horizon.from) reasons.push('notice');
  if (start >= horizon.until) reasons.push('too-far');
  if (overlapsAny(timeOff, callAt(rules, start))) reasons.push('time-off');
  if (diary.awayUntil !== null && start < diary.awayUntil) reasons.push('away');
  if (overlapsAny(taken, wanted)) reasons.push('taken');
  return [
    ...[...reasons, ...limitReasons(view, start)].map((reason) => ({ reason, detail: null })),
    ...busyReasons(view, wanted),
    ...diary.staleCalendars.map((calendar) => ({ reason: 'calendar-stale' as const, detail: calendar })),
  ];
};

/** Returns the starts that the hours and the openings give, free or not, in order. */
const startsWithin = (view: View, { from, until }: Interval): number[] => {
  const starts = new Set<number>();
  for (const day of view.days.filter((local) => overlap(local, { from, until })))
    for (const hours of hoursOf(view.diary, day)) for (const start of hours.starts) starts.add(start);
  for (const opening of view.diary.openings.filter((time) => overlap(time, { from, until })))
    for (const start of startsOfOpening(view.diary, opening)) starts.add(start);
  return [...starts].filter((start) => start >= from && start < until).toSorted((a, b) => a - b);
};

/** Returns the starts that can be booked, soonest first. */
export const slotsBetween = (diary: Diary, now: number, range: Interval): number[] => {
  const horizon = horizonOf(diary, now);
  const within = { from: Math.max(range.from, horizon.from), until: Math.min(range.until, horizon.until) };
  if (within.from >= within.until || !diary.rules.isOpen || diary.bookingUrl !== null) return [];
  const view = viewOf(diary, now, within);
  return startsWithin(view, within).filter((start) => reasonsAgainst(view, start).length === 0);
};

/** Returns what speaks against each start that the hours and the openings give, in order: nothing where it is free. */
export const reasonsByStart = (diary: Diary, now: number, range: Interval): SlotReason[][] => {
  const view = viewOf(diary, now, range);
  return startsWithin(view, range).map((start) => reasonsAgainst(view, start).map(({ reason }) => reason));
};

/** Returns why no slot begins at a moment: it is outside the hours, or others begin near it. */
const offGrid = (view: View, start: number): WhyNot[] => {
  const day = view.days[dayIndex(view.days, start)];
  if (day === undefined) return [{ reason: 'outside-hours', detail: null }];
  const starts = startsWithin(view, day);
  if (starts.includes(start)) return [];
  const call = callAt(view.diary.rules, start);
  const open = merged([...hoursOf(view.diary, day), ...view.diary.openings]);
  const around = open.find(({ from, until }) => from <= call.from && call.from < until);
  if (around === undefined) return [{ reason: 'outside-hours', detail: null }];
  if (call.until > around.until) return [{ reason: 'ends-after', detail: null }];
  const [nearest = null] = starts.toSorted((a, b) => Math.abs(a - start) - Math.abs(b - start));
  return [{ reason: 'off-grid', detail: nearest === null ? null : new Date(nearest).toISOString() }];
};

/** Returns every reason why no reader can book a start, or only `free`. */
export const reasonsAt = (diary: Diary, now: number, start: number): WhyNot[] => {
  const view = viewOf(diary, now, { from: start, until: start + 1 });
  const reasons = [...offGrid(view, start), ...reasonsAgainst(view, start)];
  return reasons.length > 0 ? reasons : [{ reason: 'free', detail: null }];
};

/** Returns whether a reader can book exactly this start. */
export const isFree = (diary: Diary, now: number, start: number): boolean =>
  reasonsAt(diary, now, start).every(({ reason }) => reason === 'free');

/**
 * Returns the moment of a time on the practice's wall clock and the reasons at it; `skipped` if the clocks skip it.
 * @param day such as `2027-03-28`
 * @param time such as `14:30`
 */
export const reasonsAtWallTime = (
  diary: Diary,
  now: number,
  day: string,
  time: string,
): { start: number | null; reasons: WhyNot[] } => {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const around = { from: midnight - 24 * hourMs, until: midnight + 48 * hourMs };
  const local = daysOfWeeks(around, diary.timeZone).find((found) => found.day === day);
  const start = local ? momentAt(local, wallMinutes(time), diary.timeZone) : null;
  if (start === null) return { start, reasons: [{ reason: 'skipped', detail: null }] };
  return { start, reasons: reasonsAt(diary, now, start) };
};
