import type { Core } from '@strapi/strapi';
import type { CallOutcome, CallRules, CallRulesPreview, SlotReason, StoredCallRules, WhySlot } from 'shared';
import { diaryId, diaryRows } from '#src/api/call/call-rows';
import { bumpCallsTag, diaryRow, inDiaryTransaction, lockDiary, readDiary, rulesOf } from '#src/api/call/diary';
import type { Interval } from '#src/api/call/domain/intervals';
import { type Diary, reasonsAtWallTime, reasonsByStart, slotsBetween } from '#src/api/call/domain/slots';
import { practiceOfCalls } from '#src/api/practice/practice-of-calls';
import { bumpTag } from '#src/cache-tags/cache-tags';
import { consistentRead } from '#src/database/unit-of-work';
import { instantOf, instantOrNull } from '#src/http/serialise';

const dayMs = 86_400_000;
/** How far the counsellor sees what her rules come to. */
const previewDays = 14;

/** Returns the rules as they are stored. */
export const readRules = (strapi: Core.Strapi): Promise<StoredCallRules> =>
  consistentRead(strapi, async (uow) => {
    const row = await diaryRow(uow);
    const { timeZone, bookingUrl } = await practiceOfCalls(strapi);
    return { version: row.version, rules: rulesOf(row), timeZone, bookingUrl };
  });

/** Returns what is in the way of the times that the hours and the openings give, the most frequent first. */
const inTheWay = (diary: Diary, now: number, range: Interval): SlotReason[] =>
  [...Map.groupBy(reasonsByStart(diary, now, range).flat(), (reason) => reason)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([reason]) => reason);

/**
 * Returns the slots that rules would give within the next days, as if they were open and readers booked here: the
 * counsellor tries her hours before she opens them. Where there are none, it says what is in the way.
 */
export const previewRules = (strapi: Core.Strapi, rules: CallRules, now: Date): Promise<CallRulesPreview> =>
  consistentRead(strapi, async (uow) => {
    const range = { from: now.getTime(), until: now.getTime() + previewDays * dayMs };
    const { diary } = await readDiary(uow, range, now);
    const tried = { ...diary, bookingUrl: null, rules: { ...rules, isOpen: true } };
    const slots = slotsBetween(tried, now.getTime(), range).map(instantOf);
    return { slots, reasons: slots.length > 0 ? [] : inTheWay(tried, now.getTime(), range) };
  });

/** Saves the rules, unless they were saved elsewhere since they were read. Booked calls stay as they are. */
export const saveRules = (
  strapi: Core.Strapi,
  { version, rules }: { version: number; rules: CallRules },
  now: Date,
): Promise<CallOutcome> =>
  inDiaryTransaction(strapi, async (uow) => {
    const row = await lockDiary(uow);
    if (row.version !== version) return { status: 'changed' };
    await diaryRows(uow)
      .where({ id: diaryId })
      .update({ rules: JSON.stringify(rules), version: version + 1, updated_at: now });
    await bumpCallsTag(uow);
    // Every page leads to the booking page while it is open, and the privacy policy says how long calls are kept.
    const before = rulesOf(row);
    if (before.isOpen !== rules.isOpen || before.keepDays !== rules.keepDays) await bumpTag(uow, 'practice');
    return { status: 'done' };
  });

/** Returns why a call can or can't begin at a time on the practice's wall clock. */
export const explainTime = (strapi: Core.Strapi, asked: { day: string; time: string }, now: Date): Promise<WhySlot> =>
  consistentRead(strapi, async (uow) => {
    const midnight = Date.parse(`${asked.day}T00:00:00Z`);
    const { diary } = await readDiary(uow, { from: midnight - dayMs, until: midnight + 2 * dayMs }, now);
    const { start, reasons } = reasonsAtWallTime(diary, now.getTime(), asked.day, asked.time);
    return { starts: instantOrNull(start), reasons };
  });
