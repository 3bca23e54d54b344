import ICAL from 'ical.js';
import {
  bookedCallResponse,
  callCalendarResponse,
  type CallRequest,
  maxCallMoves,
  personalData,
  privateCallResponse,
} from 'shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dataOf, signIn } from '../support/admin-api.ts';
import {
  aCall,
  book,
  callPageOf,
  callsAt,
  cellsByCall,
  freeStart,
  setRules,
  wallClock,
} from '../support/call-bookings.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { aNonce, postAsWeb } from '../support/comments.ts';
import { storedEmails } from '../support/emails.ts';

let cms: CmsHere;

const send = (request: object) => postAsWeb(cms, '/api/calls', request);
const own = (act: string, body: object) => postAsWeb(cms, `/api/private-calls/${act}`, body);
const look = async (token: string) => privateCallResponse.parse((await own('look', { token }).expect(200)).body).data;
const rows = () => cms.strapi.db.connection('calls');
const minutesAfter = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

beforeAll(async () => {
  cms = await startCmsHere({ env: { FORM_LIMITS: 'on' } });
});
beforeEach(async () => {
  for (const table of ['calls', 'call_cells', 'call_blocks', 'call_calendars', 'emails'])
    await cms.strapi.db.connection(table).delete();
  await cms.strapi.db.connection('practices').update({ booking_url: null, away_until: null });
  await setRules(cms);
});
afterAll(() => cms.stop());

describe('GET /api/calls', () => {
  it('lists what can be booked, within the notice and the days that the counsellor looks ahead', async () => {
    const page = await callPageOf(cms);
    expect(page).toMatchObject({
      state: 'open',
      minutes: 25,
      timeZone: 'Europe/London',
      isCertain: true,
      keepDays: 14,
    });
    const [first = '', last = ''] = [page.slots[0], page.slots.at(-1)];
    expect(Date.parse(first)).toBeGreaterThanOrEqual(Date.now() + 24 * 3_600_000 - 1_000);
    expect(Date.parse(last)).toBeLessThan(Date.now() + 44 * 86_400_000);
    expect(page.slots.length).toBeGreaterThan(41 * 15);
    expect(Date.parse(page.changesAt ?? '')).toBeGreaterThan(Date.now());
  });

  it('offers nothing while no calls are taken, or another address takes them', async () => {
    const start = await freeStart(cms);
    await setRules(cms, { isOpen: false });
    expect(await callPageOf(cms)).toMatchObject({ state: 'closed', slots: [], changesAt: null });
    await setRules(cms);
    await cms.strapi.db.connection('practices').update({ booking_url: 'https://booking.example.org/nora' });
    expect(await callPageOf(cms)).toMatchObject({ state: 'elsewhere', slots: [] });
    await send(aCall(start)).expect(409);
  });

  it('leaves out time off, the time away and what another calendar has, and says if that is not certain', async () => {
    const [first = '', second = ''] = (await callPageOf(cms)).slots;
    const now = new Date();
    const { connection } = cms.strapi.db;
    await connection('call_blocks').insert({
      kind: 'time-off',
      starts: new Date(first),
      ends: new Date(second),
      nonce: aNonce(),
    });
    expect((await callPageOf(cms)).slots[0]).toBe(second);
    const busy = JSON.stringify([[Date.parse(second), Date.parse(second) + 60_000]]);
    const calendar = { name: 'Work', host: 'calendar.example', all_day_blocks: false, busy, version: 1 };
    await connection('call_calendars').insert({ ...calendar, read_at: now, error: 'too-slow' });
    const page = await callPageOf(cms);
    expect([page.slots.includes(second), page.isCertain, page.slots.length > 500]).toEqual([false, false, true]);
    await connection('call_calendars').update({ read_at: new Date(now.getTime() - 25 * 3_600_000) });
    expect(await callPageOf(cms)).toMatchObject({ state: 'open', slots: [], isCertain: false });
    await connection('call_calendars').delete();
    const back = new Date(now.getTime() + 9 * 86_400_000);
    await connection('practices').update({ away_until: back });
    expect(Date.parse(await freeStart(cms))).toBeGreaterThanOrEqual(back.getTime());
  });
});

describe('POST /api/calls', () => {
  it('books at once: the time is taken, with its buffers, and the link shows the call', async () => {
    const page = await callPageOf(cms);
    const [, , starts = ''] = page.slots;
    const request = aCall(starts, {
      channel: 'phone',
      phone: '0113 496 0163',
      mayLeaveVoicemail: true,
      timeZone: 'Asia/Kolkata',
    });
    const { data } = bookedCallResponse.parse((await send(request).expect(201)).body);
    expect(data).toMatchObject({
      channel: 'phone',
      starts,
      ends: minutesAfter(starts, 25),
      timeZone: 'Asia/Kolkata',
      confirms: true,
    });
    expect(await look(data.token)).toMatchObject({
      state: 'booked',
      phone: '163',
      mayLeaveVoicemail: true,
      cancelledBy: null,
      mayChange: true,
      movesLeft: maxCallMoves,
    });
    const cells = (await cellsByCall(cms)).get(data.number) ?? [];
    expect(cells).toHaveLength(8);
    expect((cells[0] ?? 0) * 300_000).toBe(Date.parse(starts) - 5 * 60_000);
    // The half hours around it would run into its buffers.
    const after = (await callPageOf(cms)).slots;
    for (const gone of [-30, 0, 30]) expect(after).not.toContain(minutesAfter(starts, gone));
    expect(after).toContain(minutesAfter(starts, 60));
  });

  it('books the same form once', async () => {
    const request = aCall(await freeStart(cms));
    const first = await book(cms, request);
    expect(bookedCallResponse.parse((await send(request).expect(200)).body).data).toEqual(first);
    const answers = await Promise.all(Array.from({ length: 5 }, () => send({ ...request, network: null })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await rows().count({ n: '*' })).toEqual([{ n: expect.toSatisfy((n) => Number(n) === 1) as number }]);
  });

  it('moves the first call when its form was changed and sent again', async () => {
    const [first = '', , , , , other = ''] = (await callPageOf(cms)).slots;
    const request = aCall(first);
    const booked = await book(cms, request);
    const changed = bookedCallResponse.parse(
      (await send({ ...request, starts: other, name: 'Robin' }).expect(200)).body,
    ).data;
    expect(changed).toMatchObject({ number: booked.number, token: booked.token, starts: other });
    expect(await rows().select('name', 'sequence', 'version')).toEqual([{ name: 'Robin', sequence: 1, version: 2 }]);
    expect((await callPageOf(cms)).slots).toContain(first);
    expect([...(await cellsByCall(cms)).keys()]).toEqual([booked.number]);
    // A time that somebody else has leaves it where it is.
    const { starts: taken } = await book(cms, aCall(first));
    await send({ ...request, starts: taken }).expect(409);
    expect((await look(changed.token)).starts).toBe(other);
  });

  it('gives the call to another address that was typed afterwards, and tells the first that it is cancelled', async () => {
    const request = aCall(await freeStart(cms), { email: 'mistyped@example.org' });
    const booked = await book(cms, request);
    const right = { ...request, email: 'right@example.org' };
    const changed = bookedCallResponse.parse((await send(right).expect(200)).body).data;
    expect(changed.number).toBe(booked.number);
    await own('look', { token: booked.token }).expect(404);
    expect(await look(changed.token)).toMatchObject({ state: 'booked' });
    const emails = await storedEmails(cms.strapi, { about: `call:${booked.number}` });
    expect(emails.filter(({ state }) => state === 'queued').map(({ kind, to }) => `${kind} ${to}`)).toEqual([
      expect.stringMatching(/^new-call /),
      'call-cancelled mistyped@example.org',
      'call-booked right@example.org',
    ]);
    expect(emails.find(({ kind }) => kind === 'call-cancelled')?.text).not.toContain('/your-call/');
  });

  it('leaves the call of somebody else as it is when their form is sent again on a device that people share', async () => {
    const [first = '', , , , , other = ''] = (await callPageOf(cms)).slots;
    const request = aCall(first, { name: 'Robin', email: 'robin@example.org' });
    const booked = await book(cms, request);
    const second = { ...request, name: 'Alex', email: 'alex@example.org', starts: other };
    const { number } = bookedCallResponse.parse((await send(second).expect(201)).body).data;
    expect(number).not.toBe(booked.number);
    expect(await look(booked.token)).toMatchObject({ state: 'booked', starts: first, name: 'Robin' });
    await send(second).expect(200);
    expect((await rows().select('id')).length).toBe(2);
  });

  it('is moved by its form no more often than by its private link', async () => {
    const { slots } = await callPageOf(cms);
    const request = aCall(slots[0] ?? '');
    await book(cms, request);
    for (let n = 1; n <= maxCallMoves; n += 1) await send({ ...request, starts: slots[n * 3] }).expect(200);
    await send({ ...request, starts: slots[(maxCallMoves + 1) * 3] }).expect(429);
  });

  it('books again with the form of a call that was cancelled', async () => {
    const request = aCall(await freeStart(cms));
    const booked = await book(cms, request);
    await own('cancel', { token: booked.token }).expect(200);
    const again = await book(cms, request);
    expect(again.number).not.toBe(booked.number);
    expect((await look(booked.token)).state).toBe('cancelled');
  });

  it('gives one time to one of many', async () => {
    const starts = await freeStart(cms);
    const answers = await Promise.all(Array.from({ length: 12 }, () => send(aCall(starts))));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array.from({ length: 11 }, () => 409)]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ error: { name: 'ConflictError' } });
  });

  it('gives no time that is not offered', async () => {
    const starts = await freeStart(cms, 4);
    for (const minutes of [5, -60 * 24 * 8, 60 * 24 * 100, 60 * 11])
      await send(aCall(minutesAfter(starts, minutes))).expect(409);
    await send(aCall('2027-02-30T10:00:00.000Z')).expect(400);
    expect((await cellsByCall(cms)).size).toBe(0);
  });

  it.each([
    [{ channel: null }, ['channel', 'missing']],
    [{ channel: 'fax' }, ['channel', 'missing']],
    [{ starts: null }, ['starts', 'missing']],
    [{ starts: 'tomorrow' }, ['starts', 'no-such-time']],
    [{ name: ' \u200b ' }, ['name', 'missing']],
    [{ name: 'x'.repeat(101) }, ['name', 'too-long']],
    [{ email: 'robin@' }, ['email', 'not-an-address']],
    [{ channel: 'phone', phone: '' }, ['phone', 'missing']],
    [{ channel: 'phone', phone: 'ring me' }, ['phone', 'not-a-number']],
  ])('says what is wrong with %j', async (over, [path, code]) => {
    const { body } = await send({ ...aCall(await freeStart(cms)), ...over }).expect(400);
    expect((body as { error: { details: { issues: unknown[] } } }).error.details.issues).toEqual([
      { path: [path], code },
    ]);
  });

  it('refuses a way to talk that is not offered', async () => {
    await setRules(cms, { channels: ['phone'] });
    const { body } = await send(aCall(await freeStart(cms))).expect(400);
    expect(body).toMatchObject({ error: { details: { issues: [{ path: ['channel'], code: 'no-such-channel' }] } } });
  });

  it('keeps hostile input as it was typed, out of headers, links and calendar lines', async () => {
    const nasty = '=HYPERLINK("https://bad.example")\r\nBEGIN:VALARM <script>alert(1)</script> \u202e%00 ${7*7}';
    const booked = await book(
      cms,
      aCall(await freeStart(cms), {
        channel: 'phone',
        phone: '+44 (0)113 496 0163',
        name: nasty,
        mayLeaveVoicemail: true,
        voicemailName: nasty,
      }),
    );
    expect((await look(booked.token)).name).toContain('<script>');
    const emails = await storedEmails(cms.strapi, { about: `call:${booked.number}` });
    expect(emails.length).toBe(2);
    for (const { subject, text, html, attachments } of emails)
      expect(JSON.stringify([subject, text, html, attachments])).not.toMatch(/HYPERLINK|script>|VALARM|0163/);
    const { file } = callCalendarResponse.parse((await own('calendar', { token: booked.token }).expect(200)).body).data;
    expect(file).not.toMatch(/HYPERLINK|VALARM|0163/);
  });

  it('refuses a third call of one address, and too many of one network, alike', async () => {
    const [a = '', , , b = '', , , c = '', , , d = ''] = (await callPageOf(cms)).slots;
    const email = 'twice@example.org';
    const first = await book(cms, aCall(a, { email }));
    await book(cms, aCall(b, { email: 'Twice@Example.org' }));
    const refused = await send(aCall(c, { email })).expect(429);
    // Another address that has no call at all, of which one network wants too many emails.
    const other = { email: 'flooded@example.org', network: 'n'.repeat(22) };
    const limited = aCall(c, other);
    for (const name of ['A', 'B', 'C']) await send({ ...limited, name });
    const flooded = await send({ ...limited, name: 'D' }).expect(429);
    expect([flooded.body, flooded.headers['retry-after']]).toEqual([refused.body, refused.headers['retry-after']]);
    expect(refused.body).toMatchObject({ error: { details: { limit: 'mailbox' } } });
    // What is cancelled makes room.
    await own('cancel', { token: first.token }).expect(200);
    await book(cms, aCall(d, { email }));
  });
});

describe('the private link of a call', () => {
  const booked = async (over: Partial<CallRequest> = {}) => book(cms, aCall(await freeStart(cms, 4), over));

  it('opens nothing with another number, version or purpose', async () => {
    const [one, two] = [await booked(), await booked()];
    const [number, version, mac] = one.token.split('.');
    for (const token of [`${two.number}.${version}.${mac}`, `${number}.2.${mac}`, `9999999.1.${mac}`])
      for (const act of ['look', 'cancel', 'calendar']) await own(act, { token }).expect(404);
    for (const token of ['', 'x', null, `${one.token}x`, 7]) await own('look', { token }).expect(400);
    await postAsWeb(cms, '/api/private-enquiries/look', { token: one.token }).expect(404);
    expect((await look(one.token)).state).toBe('booked');
  });

  it('POST /api/private-calls/look shows no number in full, and nothing of a deleted call', async () => {
    const { token, number } = await booked({ channel: 'phone', phone: '07700 900 123' });
    expect(JSON.stringify(await look(token))).not.toContain('900');
    expect(await look(token)).toMatchObject({ phone: '123', deletedOn: expect.stringMatching(/^\d{4}-/) as string });
    await rows().where({ id: number }).delete();
    await own('look', { token }).expect(404);
  });

  it('POST /api/private-calls/move moves it to a free time, as often as is allowed', async () => {
    const { token, number, starts } = await booked();
    const move = (to: string) => own('move', { token, starts: to });
    await move(starts).expect(200);
    const { slots } = await callPageOf(cms);
    for (let moves = 1; moves <= maxCallMoves; moves += 1) {
      const to = slots[10 + moves * 4] ?? '';
      const { data } = privateCallResponse.parse((await move(to).expect(200)).body);
      expect(data).toMatchObject({ starts: to, movesLeft: maxCallMoves - moves });
      expect((await cellsByCall(cms)).get(number)).toHaveLength(8);
    }
    await move(slots[50] ?? '').expect(409);
    expect(await rows().select('sequence', 'moves')).toEqual([{ sequence: maxCallMoves, moves: maxCallMoves }]);
    expect((await callPageOf(cms)).slots).toContain(starts);
  });

  it('moves it to a time that only its own buffers cover, and to none that another call has', async () => {
    const { token, starts } = await booked();
    await own('move', { token, starts: minutesAfter(starts, 30) }).expect(200);
    const other = await book(cms, aCall(await freeStart(cms, 20)));
    for (const minutes of [-30, 0, 30])
      await own('move', { token, starts: minutesAfter(other.starts, minutes) }).expect(409);
    expect((await look(token)).starts).toBe(minutesAfter(starts, 30));
  });

  it('POST /api/private-calls/cancel gives the time back, once', async () => {
    const { token, number, starts } = await booked();
    for (let n = 0; n < 2; n += 1)
      expect(privateCallResponse.parse((await own('cancel', { token }).expect(200)).body).data).toMatchObject({
        state: 'cancelled',
        cancelledBy: 'reader',
        mayChange: false,
      });
    expect((await cellsByCall(cms)).has(number)).toBe(false);
    expect((await callPageOf(cms)).slots).toContain(starts);
    await own('move', { token, starts: await freeStart(cms, 9) }).expect(409);
    const kinds = (await storedEmails(cms.strapi, { about: `call:${number}`, state: 'queued' })).map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(['new-call', 'call-cancelled', 'cancelled-call']);
  });

  it('changes nothing once the call has begun', async () => {
    const { token, number } = await booked();
    await rows()
      .where({ id: number })
      .update({ starts: new Date(Date.now() - 60_000) });
    await own('cancel', { token }).expect(409);
    await own('move', { token, starts: await freeStart(cms, 9) }).expect(409);
    await rows()
      .where({ id: number })
      .update({ ends: new Date(Date.now() - 1_000) });
    expect(await look(token)).toMatchObject({ state: 'past', mayChange: false });
  });

  it('POST /api/private-calls/calendar is a file that another library reads, with a rising sequence', async () => {
    const { token, starts, ends } = await booked({ timeZone: 'America/New_York' });
    const entry = async () => {
      const { file } = callCalendarResponse.parse((await own('calendar', { token }).expect(200)).body).data;
      const calendar = new ICAL.Component(ICAL.parse(file));
      for (const zone of calendar.getAllSubcomponents('vtimezone'))
        ICAL.TimezoneService.register(new ICAL.Timezone(zone));
      const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
      return { file, method: calendar.getFirstPropertyValue('method'), event };
    };
    const first = await entry();
    expect([first.method, first.event.summary, first.event.sequence]).toEqual(['PUBLISH', 'Call', 0]);
    expect([first.event.startDate, first.event.endDate].map((time) => time.toJSDate().toISOString())).toEqual([
      starts,
      ends,
    ]);
    // Only the email says how to join.
    expect(first.file).not.toContain('meet.example.org');
    await own('cancel', { token }).expect(200);
    const last = await entry();
    expect([last.event.uid, last.event.sequence]).toEqual([first.event.uid, 1]);
    expect(last.file).toContain('STATUS:CANCELLED');
  });
});

describe('on the days on which the clocks change', () => {
  const zones = ['America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'Australia/Lord_Howe'] as const;
  const days = [
    ['2027-03-28', '2027-03-20T12:00:00Z', '2027-03-28T05:00:00Z', ['08:00', '12:00', '13:30', '17:00']],
    ['2027-10-31', '2027-10-25T12:00:00Z', '2027-10-31T05:00:00Z', ['09:00', '13:00', '14:30', '18:00']],
  ] as const;

  it.each(days)(
    '%s: is at nine, at one, at half past two and at six, seen before and booked after',
    async (day, before, after, utc) => {
      await setRules(cms, {
        hours: [{ weekday: 7, from: '09:00', to: '18:30' }],
        everyMinutes: 30,
        noticeHours: 0,
        horizonDays: 30,
      });
      const at = callsAt(cms.strapi);
      const ofDay = ({ slots }: { slots: string[] }) => slots.filter((slot) => slot.startsWith(day));
      const seen = ofDay(await at.page(new Date(before)));
      expect(ofDay(await at.page(new Date(after)))).toEqual(seen);
      const wanted = utc.map((time) => `${day}T${time}:00.000Z`);
      expect(wanted.map((start) => wallClock(start, 'Europe/London'))).toEqual(
        ['9am', '1pm', '2:30pm', '6pm'].map((time) => `${day} ${time}`),
      );
      for (const [n, starts] of wanted.entries()) {
        expect(seen).toContain(starts);
        const moment = new Date(n % 2 === 0 ? before : after);
        const { call } = await at.book(aCall(starts, { timeZone: zones[n] }), moment);
        expect([call.starts, call.ends]).toEqual([starts, minutesAfter(starts, 25)]);
        const [email] = await storedEmails(cms.strapi, { about: `call:${call.number}`, kind: 'call-booked' });
        expect(email?.text).toContain(wallClock(starts, zones[n] ?? '').split(' ')[1]);
      }
    },
  );

  it('lets a notice end on the day as hours pass, not as the wall clock shows', async () => {
    await setRules(cms, { hours: [{ weekday: 7, from: '09:00', to: '12:00' }], noticeHours: 24 });
    const at = callsAt(cms.strapi);
    // A day before 9am on the wall clock is 23 hours before it.
    expect((await at.page(new Date('2027-03-27T08:00:01Z'))).slots[0]).toBe('2027-03-28T08:30:00.000Z');
    expect((await at.page(new Date('2027-03-27T08:00:00Z'))).slots[0]).toBe('2027-03-28T08:00:00.000Z');
  });
});

describe('a call in the privacy pages', () => {
  it('is found and erased by any spelling of its address, with its time and its emails', async () => {
    const starts = await freeStart(cms, 4);
    const { number, token } = await book(cms, aCall(starts, { email: 'Erase.Me@Example.org', name: 'Robin' }));
    const counsellor = await signIn(cms, cms.logins.counsellor);
    const find = () =>
      dataOf(personalData, counsellor.post('/quiet-room/privacy/find').send({ address: 'erase.me@example.org' }));
    expect((await find()).calls).toMatchObject([{ number, name: 'Robin', starts, emails: [{}, {}] }]);
    const { body } = await counsellor.post('/quiet-room/privacy/erase').send({ address: 'erase.me@EXAMPLE.org' });
    expect(body).toMatchObject({ data: { calls: 1, emails: 2, addresses: 1 } });
    expect((await find()).calls).toEqual([]);
    expect([await rows().select('id'), (await cellsByCall(cms)).size]).toEqual([[], 0]);
    expect((await callPageOf(cms)).slots).toContain(starts);
    await own('look', { token }).expect(404);
  });
});
