import type { Core } from '@strapi/strapi';
import type { CallPage } from 'shared';
import { consistentRead, type UnitOfWork } from '#src/database/unit-of-work';
import { instantOf } from '#src/http/serialise';
import { dayAt, endOfDay } from '#src/time/days';
import { diaryRow, type ReadDiary, readDiary, rulesOf } from './diary';
import { type Diary, slotsBetween } from './domain/slots';

const hourMs = 3_600_000;

const stateOf = ({ bookingUrl, rules }: Diary): CallPage['state'] => {
  if (bookingUrl !== null) return 'elsewhere';
  return rules.isOpen ? 'open' : 'closed';
};

/**
 * Returns when time alone changes what is free: the first slot comes too near, another day begins, or the copy of a
 * calendar becomes too old.
 */
const changesAt = ({ diary, staleFrom }: ReadDiary, slots: readonly number[], now: Date): string | null => {
  if (stateOf(diary) !== 'open') return null;
  const [first] = slots;
  const moments = [
    Date.parse(endOfDay(dayAt(now.toISOString(), diary.timeZone), diary.timeZone)),
    ...(first === undefined ? [] : [first - diary.rules.noticeHours * hourMs + 1]),
    ...(staleFrom === null ? [] : [staleFrom]),
  ];
  return instantOf(Math.min(...moments));
};

/** Returns every start that can be booked at a moment, with the diary that decided it. */
export const freeSlots = async (uow: UnitOfWork, now: Date): Promise<{ read: ReadDiary; slots: number[] }> => {
  const { horizonDays } = rulesOf(await diaryRow(uow));
  const range = { from: now.getTime(), until: now.getTime() + (horizonDays + 2) * 24 * hourMs };
  const read = await readDiary(uow, range, now);
  return { read, slots: slotsBetween(read.diary, now.getTime(), range) };
};

/** Returns what the booking page shows now. */
export const readCallPage = (strapi: Core.Strapi, now: Date): Promise<CallPage> =>
  consistentRead(strapi, async (uow) => {
    const { read, slots } = await freeSlots(uow, now);
    const { rules, timeZone } = read.diary;
    const { channels, minutes, noticeHours, keepDays } = rules;
    return {
      state: stateOf(read.diary),
      channels,
      minutes,
      timeZone,
      noticeHours,
      slots: slots.map(instantOf),
      isCertain: read.isCertain,
      keepDays,
      changesAt: changesAt(read, slots, now),
    };
  });
