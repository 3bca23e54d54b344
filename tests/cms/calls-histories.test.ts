import type { Core } from '@strapi/strapi';
import fc from 'fast-check';
import type { BookedCall, CallMove, PrivateCall } from 'shared';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aCall, callsAt, cellsByCall, setRules } from '../support/call-bookings.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { cmsPart } from '../support/cms-parts.ts';
import { aNonce } from '../support/comments.ts';

let cms: CmsHere;
beforeAll(async () => {
  cms = await startCmsHere();
});
afterAll(() => cms.stop());

const now = new Date('2027-03-22T08:00:00Z');
const dayMs = 86_400_000;
const minuteMs = 60_000;

/** Few places, so that histories collide: half hours of three days around the change of the clocks. */
const place = fc.record({ day: fc.integer({ min: 4, max: 6 }), half: fc.integer({ min: 17, max: 24 }) });
type Place = { day: number; half: number };
const startOf = ({ day, half }: Place): number =>
  Math.floor(now.getTime() / dayMs) * dayMs + day * dayMs + half * 30 * minuteMs;

const action = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('book' as const), at: place }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('move' as const), which: fc.nat(5), at: place }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cancel' as const), which: fc.nat(5) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('block' as const), at: place, halves: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'unblock' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('rules' as const),
      minutes: fc.constantFrom(10, 25, 45),
      everyMinutes: fc.constantFrom(15, 30),
      bufferBefore: fc.constantFrom(0, 5, 20),
      bufferAfter: fc.constantFrom(0, 10, 30),
      maxPerDay: fc.constantFrom(null, 3),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('busy' as const), at: place, halves: fc.integer({ min: 1, max: 2 }) }),
  },
);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

interface Span {
  from: number;
  until: number;
}
const overlap = (a: Span, b: Span): boolean => a.from < b.until && b.from < a.until;

interface PrivateCalls {
  moveCall: (strapi: Core.Strapi, move: CallMove, now: Date) => Promise<PrivateCall>;
  cancelByReader: (strapi: Core.Strapi, token: string, now: Date) => Promise<PrivateCall>;
}

const stored = async () =>
  (
    await cms.strapi.db
      .connection('calls')
      .where({ state: 'booked' })
      .select('id', 'starts', 'ends', 'busy_from', 'busy_until')
  ).map((row: Record<string, number | Date>) => ({
    id: Number(row.id),
    call: { from: +new Date(row.starts as Date), until: +new Date(row.ends as Date) },
    busy: { from: +new Date(row.busy_from as Date), until: +new Date(row.busy_until as Date) },
  }));

const timesOff = async (): Promise<Span[]> =>
  (await cms.strapi.db.connection('call_blocks').select('starts', 'ends')).map(
    ({ starts, ends }: Record<string, Date>) => ({ from: +new Date(starts as Date), until: +new Date(ends as Date) }),
  );

/** What is true of the database after every step. */
const checkInvariants = async (): Promise<void> => {
  const calls = await stored();
  for (const [n, one] of calls.entries())
    for (const other of calls.slice(n + 1))
      expect([one.id, other.id, overlap(one.busy, other.busy)]).toEqual([one.id, other.id, false]);
  const cells = await cellsByCall(cms);
  expect(Object.fromEntries(cells)).toEqual(
    Object.fromEntries(
      calls.map(({ id, busy }) => [
        id,
        Array.from(
          { length: (busy.until - busy.from) / (5 * minuteMs) },
          (_, index) => busy.from / (5 * minuteMs) + index,
        ),
      ]),
    ),
  );
};

/** Runs an action as the CMS does it; whatever it refuses, it refuses with 409. */
const run = async (step: Action, booked: BookedCall[], busy: Span[]): Promise<void> => {
  const { connection } = cms.strapi.db;
  const parts = cmsPart<PrivateCalls>('api/call/private-call.js');
  const some = booked[('which' in step ? step.which : 0) % Math.max(1, booked.length)];
  const refused = (error: unknown): null => {
    if (error instanceof Error && error.name === 'ConflictError') return null;
    throw error;
  };
  const isPlacedWell = async (starts: number): Promise<void> => {
    const placed = (await stored()).find(({ call }) => call.from === starts);
    if (!placed) throw new Error('The call that was acknowledged is not stored.');
    for (const off of await timesOff()) expect(overlap(off, placed.call)).toBe(false);
    for (const time of busy) expect(overlap(time, placed.busy)).toBe(false);
  };
  if (step.do === 'book') {
    const starts = startOf(step.at);
    const made = await callsAt(cms.strapi)
      .book(aCall(new Date(starts).toISOString()), now)
      .catch(refused);
    if (made === null) return;
    booked.push(made.call);
    await isPlacedWell(starts);
  } else if (step.do === 'move' && some) {
    const starts = startOf(step.at);
    const move = { token: some.token, starts: new Date(starts).toISOString() };
    const before = (await stored()).find(({ id }) => id === some.number)?.call.from;
    const moved = await parts.moveCall(cms.strapi, move, now).catch(refused);
    if (moved !== null && before !== starts) await isPlacedWell(starts);
  } else if (step.do === 'cancel' && some) {
    await parts.cancelByReader(cms.strapi, some.token, now);
  } else if (step.do === 'block') {
    const from = startOf(step.at);
    const ends = new Date(from + step.halves * 30 * minuteMs);
    await connection('call_blocks').insert({ kind: 'time-off', starts: new Date(from), ends, nonce: aNonce() });
  } else if (step.do === 'unblock') {
    await connection('call_blocks').delete();
  } else if (step.do === 'rules') {
    const { minutes, everyMinutes, bufferBefore, bufferAfter, maxPerDay } = step;
    await setRules(cms, { minutes, everyMinutes, bufferBefore, bufferAfter, maxPerDay });
  } else if (step.do === 'busy') {
    const from = startOf(step.at);
    busy.push({ from, until: from + step.halves * 30 * minuteMs });
    await connection('call_calendars').update({ busy: JSON.stringify(busy.map(({ from, until }) => [from, until])) });
  }
};

it('no history of bookings, moves, cancellations, blocks and rules gives a time twice', async () => {
  let refusals = 0;
  let bookings = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 8, maxLength: 40 }), async (steps) => {
      const { connection } = cms.strapi.db;
      for (const table of ['calls', 'call_cells', 'call_blocks', 'call_calendars', 'emails'])
        await connection(table).delete();
      await setRules(cms);
      const calendar = { name: 'Work', host: 'calendar.example', all_day_blocks: false, version: 1 };
      await connection('call_calendars').insert({ ...calendar, busy: '[]', read_at: now });
      const [booked, busy]: [BookedCall[], Span[]] = [[], []];
      for (const step of steps) {
        const before = booked.length;
        await run(step, booked, busy);
        if (step.do === 'book') bookings += 1;
        if (step.do === 'book' && booked.length === before) refusals += 1;
        await checkInvariants();
      }
    }),
    { numRuns: Number(process.env.HISTORIES ?? 25), endOnFailure: true },
  );
  // Otherwise the histories would prove nothing.
  expect(refusals).toBeGreaterThan(bookings / 10);
  expect(bookings - refusals).toBeGreaterThan(bookings / 4);
}, 120_000);
