import { addedCallBlock, cacheTagVersionsResponse, callRulesPreview, nextCalls, openedCall, whySlot } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataOf, type SignedIn, signIn } from '../support/admin-api.ts';
import { callsOf, dayAhead, londonTime, openRules } from '../support/calls.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { aNonce } from '../support/comments.ts';
import { storedEmails } from '../support/emails.ts';

let cms: CmsHere;
let counsellor: SignedIn;
let calls: ReturnType<typeof callsOf>;

beforeAll(async () => {
  cms = await startCmsHere();
  counsellor = await signIn(cms, cms.logins.counsellor);
  calls = callsOf(counsellor);
  expect(await calls.saveRules(openRules())).toEqual({ status: 'done' });
});
afterAll(() => cms.stop());

const tagVersions = async () => {
  const { data } = cacheTagVersionsResponse.parse((await cms.asWeb('/api/cache-tags').expect(200)).body);
  return data;
};
const callAt = async (starts: string) => {
  const week = await calls.week(starts.slice(0, 10));
  const call = week.calls.find((listed) => listed.starts === starts);
  if (!call) throw new Error(`There is no call at ${starts}.`);
  return call;
};
const emailKindsTo = async (to: string) => (await storedEmails(cms.strapi, { to })).map(({ kind }) => kind);

describe('the rules', () => {
  it('give slots that are seen before they are saved, open or not', async () => {
    const rules = openRules({ isOpen: false, hours: [{ weekday: 3, from: '10:00', to: '11:00' }] });
    const preview = counsellor.post('/quiet-room/calls/rules/preview').send(rules);
    const { slots } = await dataOf(callRulesPreview, preview);
    expect(new Set(slots.map((slot) => new Date(slot).getUTCDay()))).toEqual(new Set([3]));
    expect((await calls.rules()).rules).toEqual(openRules());
    const late = counsellor.post('/quiet-room/calls/rules/preview').send({ ...rules, noticeHours: 720 });
    expect(await dataOf(callRulesPreview, late)).toEqual({ slots: [], reasons: ['notice'] });
  });

  it('are not saved over what was saved elsewhere, and invalidate the pages that show them', async () => {
    const { version, rules } = await calls.rules();
    const before = await tagVersions();
    expect(await calls.act('/rules', { version, rules: { ...rules, keepDays: 15 } })).toEqual({ status: 'done' });
    const after = await tagVersions();
    expect([after.calls, after.practice]).toEqual([before.calls + 1, before.practice + 1]);
    expect(await calls.act('/rules', { version, rules })).toEqual({ status: 'changed' });
    expect((await calls.rules()).rules.keepDays).toBe(15);
    await calls.saveRules(openRules());
  });

  it.each([
    ['hours that end before they begin', { hours: [{ weekday: 1, from: '10:00', to: '09:00' }] }],
    ['an eighth day of the week', { hours: [{ weekday: 8, from: '09:00', to: '10:00' }] }],
    ['a time between two steps', { hours: [{ weekday: 1, from: '09:03', to: '10:00' }] }],
    ['a call without a length', { minutes: 0 }],
    ['no way to talk', { channels: [] }],
    ['years ahead', { horizonDays: 4_000 }],
    [
      'more hours than a week has',
      { hours: Array.from({ length: 51 }, () => ({ weekday: 1, from: '09:00', to: '10:00' })) },
    ],
  ])('refuse %s', async (_, wrong) => {
    const { version, rules } = await calls.rules();
    await counsellor
      .post('/quiet-room/calls/rules')
      .send({ version, rules: { ...rules, ...wrong } })
      .expect(400);
  });
});

describe('a call that the counsellor adds', () => {
  it('may be at any time but that of another call, with or without an email', async () => {
    const night = londonTime(dayAhead(3), '22:00');
    const form = { nonce: aNonce(), email: 'added@example.org', notify: true };
    expect(await calls.add(night, form)).toEqual({ status: 'done' });
    expect(await calls.add(night, form)).toEqual({ status: 'done' });
    expect(await calls.add(londonTime(dayAhead(3), '22:15'))).toEqual({ status: 'taken', by: 'call' });
    expect(await callAt(night)).toMatchObject({ name: 'Sam', addedManually: true, state: 'booked' });
    expect(await emailKindsTo('added@example.org')).toEqual(['call-booked']);
    expect(await calls.add(londonTime(dayAhead(3), '23:00'), { email: 'quiet@example.org' })).toEqual({
      status: 'done',
    });
    expect(await emailKindsTo('quiet@example.org')).toEqual([]);
  });

  it('is refused in the past, and with an email to nobody', async () => {
    expect(await calls.add(londonTime(dayAhead(-1), '10:00'))).toMatchObject({ status: 'refused' });
    expect(await calls.add(londonTime(dayAhead(4), '10:00'), { notify: true })).toMatchObject({ status: 'refused' });
  });

  it('needs a number if it is by phone', async () => {
    const call = { starts: londonTime(dayAhead(4), '11:00'), name: 'Sam', notify: false, nonce: aNonce() };
    const add = (over: object) => counsellor.post('/quiet-room/calls').send({ ...call, ...over });
    for (const email of [null, 'sam@example.org']) await add({ channel: 'phone', email, phone: null }).expect(400);
    await add({ channel: 'phone', email: null, phone: '0113 496 0100' }).expect(200);
  });

  it('is moved and cancelled in the version that was read', async () => {
    const [from, to] = [londonTime(dayAhead(5), '09:00'), londonTime(dayAhead(6), '20:00')];
    await calls.add(from, { email: 'moved@example.org' });
    const { number, version } = await callAt(from);
    expect(await calls.act(`/${number}/move`, { version, starts: to, notify: true })).toEqual({ status: 'done' });
    expect(await calls.act(`/${number}/move`, { version, starts: from, notify: true })).toEqual({ status: 'changed' });
    expect((await calls.week(from.slice(0, 10))).slots).toContain(from);
    const moved = await callAt(to);
    const cancellation = { version: moved.version, notify: true, message: 'I am ill that day.' };
    expect(await calls.act(`/${number}/cancel`, cancellation)).toEqual({ status: 'done' });
    expect(await calls.act(`/${number}/cancel`, cancellation)).toEqual({ status: 'changed' });
    expect(await calls.act('/999999999/cancel', cancellation)).toEqual({ status: 'gone' });
    expect(await callAt(to)).toMatchObject({ state: 'cancelled', cancelledBy: 'counsellor' });
    const emails = await storedEmails(cms.strapi, { to: 'moved@example.org' });
    // The email about the move had not been sent when the call was cancelled.
    expect(emails.map(({ kind }) => kind)).toEqual(['call-cancelled']);
    expect(emails[0]?.text).toContain('I am ill that day.');
  });

  it('leaves its old time to it if the new one is taken', async () => {
    const [first, second] = [londonTime(dayAhead(8), '09:00'), londonTime(dayAhead(8), '10:00')];
    await calls.add(first);
    await calls.add(second);
    const { number, version } = await callAt(second);
    expect(await calls.act(`/${number}/move`, { version, starts: first, notify: false })).toEqual({
      status: 'taken',
      by: 'call',
    });
    expect(await calls.add(second)).toEqual({ status: 'taken', by: 'call' });
  });
});

describe('blocked time', () => {
  it('is not offered, says which calls are in it, and ends when it is deleted', async () => {
    const day = dayAhead(10);
    await calls.add(londonTime(day, '11:00'), { name: 'Robin' });
    const block = {
      kind: 'time-off',
      starts: londonTime(day, '10:30'),
      ends: londonTime(day, '13:00'),
      note: 'Dentist',
      nonce: aNonce(),
    };
    const add = () => dataOf(addedCallBlock, counsellor.post('/quiet-room/calls/blocks').send(block));
    expect((await add()).calls.map(({ name }) => name)).toEqual(['Robin']);
    await add();
    const week = await calls.week(day);
    expect(week.blocks).toMatchObject([{ kind: 'time-off', note: 'Dentist', starts: block.starts }]);
    const ofDay = week.slots.filter((slot) => slot >= londonTime(day, '00:00') && slot < londonTime(day, '23:59'));
    expect(ofDay).toEqual(['09:00', '10:00', '13:00', '14:00', '15:00', '16:00'].map((time) => londonTime(day, time)));
    expect(await calls.add(londonTime(day, '12:00'))).toEqual({ status: 'taken', by: 'time-off' });
    const path = `/blocks/${week.blocks[0]?.number}/delete`;
    expect(await calls.act(path, {})).toEqual({ status: 'done' });
    expect(await calls.act(path, {})).toEqual({ status: 'gone' });
    expect((await calls.week(day)).slots).toContain(londonTime(day, '12:00'));
  });

  it('can be an opening outside the hours', async () => {
    const day = dayAhead(11);
    const opening = { kind: 'opening', starts: londonTime(day, '19:00'), ends: londonTime(day, '20:00'), note: null };
    await counsellor
      .post('/quiet-room/calls/blocks')
      .send({ ...opening, nonce: aNonce() })
      .expect(200);
    expect((await calls.week(day)).slots).toContain(londonTime(day, '19:00'));
  });

  it.each([
    ['time off that has passed', 'time-off', -3, '10:00', '12:00', 'That time has passed.'],
    ['an opening that has passed', 'opening', -3, '10:00', '12:00', 'That time has passed.'],
    ['an opening shorter than a call', 'opening', 12, '19:00', '19:25', 'A call takes 30 minutes'],
    ['an opening in time off', 'opening', 14, '10:30', '12:00', 'You have time off then.'],
  ])('is not %s', async (_, kind, days, from, to, reason) => {
    const [starts, ends] = [from, to].map((time) => londonTime(dayAhead(days), time));
    const add = (block: object) =>
      dataOf(addedCallBlock, counsellor.post('/quiet-room/calls/blocks').send({ ...block, nonce: aNonce() }));
    const off = { starts: londonTime(dayAhead(14), '10:00'), ends: londonTime(dayAhead(14), '13:00') };
    await add({ kind: 'time-off', ...off, note: null });
    const { outcome } = await add({ kind, starts, ends, note: null });
    expect(outcome).toEqual({ status: 'refused', reason: expect.stringContaining(reason) as string });
    expect((await calls.week(dayAhead(days))).blocks.filter((block) => block.starts === starts)).toEqual([]);
  });

  it('ends after it begins', async () => {
    const wrong = { kind: 'opening', starts: londonTime(dayAhead(9), '10:00'), ends: londonTime(dayAhead(9), '10:00') };
    await counsellor
      .post('/quiet-room/calls/blocks')
      .send({ ...wrong, note: null, nonce: aNonce() })
      .expect(400);
  });
});

describe('what the counsellor sees', () => {
  const why = (day: string, time: string) =>
    dataOf(whySlot, counsellor.get(`/quiet-room/calls/why?day=${day}&time=${time}`));

  it('is why a time is offered or not', async () => {
    const day = dayAhead(13);
    expect(await why(day, '09:00')).toEqual({
      starts: londonTime(day, '09:00'),
      reasons: [{ reason: 'free', detail: null }],
    });
    expect((await why(day, '08:00')).reasons).toEqual([{ reason: 'outside-hours', detail: null }]);
    expect((await why(day, '09:15')).reasons).toEqual([{ reason: 'off-grid', detail: londonTime(day, '09:00') }]);
    await calls.add(londonTime(day, '14:00'));
    expect((await why(day, '14:00')).reasons).toEqual([{ reason: 'taken', detail: null }]);
    await counsellor.get('/quiet-room/calls/why?day=2027-02-31&time=09:00').expect(400);
  });

  it('is the next call, and how many come today', async () => {
    const { call, upcoming, today } = await dataOf(nextCalls, counsellor.get('/quiet-room/calls/next'));
    expect(call?.starts).toBe(londonTime(dayAhead(3), '22:00'));
    expect(upcoming).toBeGreaterThan(4);
    expect(today).toBe(0);
  });

  it('is one call, wherever it is, until it was deleted', async () => {
    const listed = await callAt(londonTime(dayAhead(8), '10:00'));
    const opened = await dataOf(openedCall, counsellor.post(`/quiet-room/calls/${listed.number}/open`));
    expect(opened).toEqual({ call: listed, timeZone: 'Europe/London' });
    await counsellor.post('/quiet-room/calls/999999999/open').expect(404);
  });

  it('begins with Monday', async () => {
    const { from } = await calls.week();
    expect(new Date(`${from}T12:00:00Z`).getUTCDay()).toBe(1);
  });

  it('is seen by nobody else', async () => {
    const webTeam = await signIn(cms, cms.logins.webTeam);
    for (const path of ['week', 'next', 'rules', 'why?day=2027-01-11&time=09:00'])
      await webTeam.get(`/quiet-room/calls/${path}`).expect(403);
    await webTeam.post('/quiet-room/calls').send({}).expect(403);
    await cms.anonymously('/quiet-room/calls/week').expect(401);
  });
});
