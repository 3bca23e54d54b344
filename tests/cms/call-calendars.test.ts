import ICAL from 'ical.js';
import {
  bookedCallResponse,
  type CallCalendar,
  callCalendar,
  callCalendars,
  callFeedResponse,
  callPageResponse,
  newCallFeed,
} from 'shared';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dataOf, type SignedIn, signIn } from '../support/admin-api.ts';
import { callsOf, dayAhead, londonTime, openRules } from '../support/calls.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { cmsPart, selectFrom } from '../support/cms-parts.ts';
import { aNonce, postAsWeb } from '../support/comments.ts';
import { calendarWith, type FakeCalendar, startFakeCalendar } from '../support/fake-calendar.ts';
import { collectLog } from '../support/log-lines.ts';

const secretPath = '/private-7f3c1e/basic.ics';

let cms: CmsHere;
let counsellor: SignedIn;
let fake: FakeCalendar;
let log: string[];

const slot = (days: number, time = '10:00'): string => londonTime(dayAhead(days), time);
const list = () => dataOf(callCalendars, counsellor.get('/quiet-room/calls/calendars'));
const add = (path: string, name = 'Home', allDayBlocks = false) =>
  counsellor.post('/quiet-room/calls/calendars').send({ name, address: fake.address(path), allDayBlocks });
const added = (path: string, name?: string): Promise<CallCalendar> => dataOf(callCalendar, add(path, name));
const read = (number: number) => dataOf(callCalendar, counsellor.post(`/quiet-room/calls/calendars/${number}/read`));
const remove = (number: number) =>
  dataOf(callCalendars, counsellor.post(`/quiet-room/calls/calendars/${number}/delete`));
const slots = async (): Promise<string[]> =>
  callPageResponse.parse((await cms.asWeb('/api/calls').expect(200)).body).data.slots;
const tagVersion = async (): Promise<number> => {
  const row = (await cms.strapi.db.connection('cache_tags').where({ tag: 'calls' }).first()) as { version: number };
  return Number(row.version);
};
const runJob = (now = new Date()) =>
  cmsPart<{ readCalendars: (strapi: unknown, now: Date) => Promise<void> }>('api/call/calendars/poll.js').readCalendars(
    cms.strapi,
    now,
  );
const minutesAhead = (minutes: number): Date => new Date(Date.now() + minutes * 60_000);
const book = (starts: string, person: string) =>
  postAsWeb(cms, '/api/calls', {
    channel: 'online',
    starts,
    name: person,
    email: `${person}@example.org`,
    phone: null,
    mayLeaveVoicemail: false,
    voicemailName: null,
    timeZone: 'Europe/London',
    nonce: aNonce(),
    network: null,
  });

beforeAll(async () => {
  fake = await startFakeCalendar();
  cms = await startCmsHere({ env: { CALENDAR_NETWORKS: '127.0.0.1', LOG_LEVEL: 'http' } });
  log = collectLog(cms.strapi);
  counsellor = await signIn(cms, cms.logins.counsellor);
  expect(await callsOf(counsellor).saveRules(openRules())).toEqual({ status: 'done' });
});
// One that a failed test has left would fail the next, too.
afterEach(async () => void (await cms.strapi.db.connection('call_calendars').delete()));
afterAll(() => cms.stop());

describe('a calendar of hers', () => {
  it('closes the times in which she is busy, as soon as it is added, and opens them when it is removed', async () => {
    fake.answer(secretPath, calendarWith([slot(5)]));
    expect(await slots()).toContain(slot(5));
    const calendar = await added(secretPath);
    expect(calendar).toMatchObject({ host: '127.0.0.1', error: null, isStale: false, busyCount: 1, version: 1 });
    expect(await slots()).not.toContain(slot(5));
    expect((await callsOf(counsellor).week(dayAhead(5))).busy).toMatchObject([{ starts: slot(5), calendar: 'Home' }]);
    expect((await remove(calendar.number)).calendars).toEqual([]);
    expect(await slots()).toContain(slot(5));
  });

  it('is looked at again when somebody books or moves a call', async () => {
    fake.answer(secretPath, calendarWith([]));
    const { number } = await added(secretPath);
    fake.answer(secretPath, calendarWith([slot(6)]));
    expect(await slots()).toContain(slot(6));
    await book(slot(6), 'too-late').expect(409);
    expect(await slots()).not.toContain(slot(6));
    const { token } = bookedCallResponse.parse((await book(slot(7), 'in-time').expect(201)).body).data;
    // Those who book within a second of each other are served by one look at the calendars.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    fake.answer(secretPath, calendarWith([slot(6), slot(8)]));
    await postAsWeb(cms, '/api/private-calls/move', { token, starts: slot(8) }).expect(409);
    await postAsWeb(cms, '/api/private-calls/move', { token, starts: slot(9) }).expect(200);
    await remove(number);
  });

  it('does not hold up anybody who books for more than two seconds, and its last copy counts', async () => {
    fake.answer(secretPath, calendarWith([slot(10)]));
    const { number } = await added(secretPath);
    fake.answer(secretPath, () => undefined);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const from = performance.now();
    await Promise.all([book(slot(10), 'busy').expect(409), book(slot(11), 'free').expect(201)]);
    expect(performance.now() - from).toBeLessThan(4_000);
    await remove(number);
  });

  it('is asked every five minutes, and the pages of readers are new only if something changed', async () => {
    fake.answer('/polled.ics', calendarWith([slot(12)]));
    const { number } = await added('/polled.ics');
    const before = await tagVersion();
    await runJob();
    expect(fake.asked.get('/polled.ics')).toEqual({ all: 1, unchanged: 0 });
    await runJob(minutesAhead(5));
    expect(fake.asked.get('/polled.ics')).toEqual({ all: 2, unchanged: 1 });
    expect(await tagVersion()).toBe(before);
    fake.answer('/polled.ics', calendarWith([slot(13)]));
    await runJob(minutesAhead(10));
    expect(await tagVersion()).toBe(before + 1);
    const page = await slots();
    expect([page.includes(slot(12)), page.includes(slot(13))]).toEqual([true, false]);
    await remove(number);
  });

  it('is asked more rarely while it fails; nothing can be booked once its copy is too old, until it is read', async () => {
    fake.answer('/failing.ics', calendarWith([slot(14)]));
    const { number } = await added('/failing.ics', 'Choir');
    fake.answer('/failing.ics', (_request, response) => void response.writeHead(500).end());
    await runJob(minutesAhead(30));
    expect((await list()).calendars).toMatchObject([{ error: 'unreachable', isStale: false, busyCount: 1 }]);
    const asked = () => fake.asked.get('/failing.ics')?.all;
    const [before] = [asked()];
    await runJob(minutesAhead(35));
    expect(asked()).toBe(before);
    await runJob(minutesAhead(61));
    expect(asked()).toBe((before ?? 0) + 1);
    await cms.strapi.db
      .connection('call_calendars')
      .where({ id: number })
      .update({ read_at: new Date(Date.now() - 25 * 3_600_000) });
    expect((await list()).calendars).toMatchObject([{ isStale: true }]);
    expect(await slots()).toEqual([]);
    const ready = await cms.anonymously('/_ready');
    expect(ready.text).toContain('calendars');
    expect(ready.text).not.toContain('Choir');
    fake.answer('/failing.ics', calendarWith([slot(14)]));
    expect(await read(number)).toMatchObject({ error: null, isStale: false });
    expect((await slots()).length).toBeGreaterThan(0);
    await remove(number);
  });

  it('is changed without its address, and with another; not over what was changed elsewhere', async () => {
    fake.answer('/a.ics', calendarWith([slot(15)]));
    fake.answer('/b.ics', calendarWith([slot(16)]));
    const { number, version } = await added('/a.ics');
    const change = (body: object) => counsellor.post(`/quiet-room/calls/calendars/${number}`).send(body);
    const renamed = await dataOf(callCalendar, change({ version, name: 'Work', address: null, allDayBlocks: true }));
    expect(renamed).toMatchObject({ name: 'Work', allDayBlocks: true, busyCount: 1, version: version + 1 });
    await change({ version, name: 'Late', address: null, allDayBlocks: false }).expect(409);
    const wrong = await change({
      version: renamed.version,
      name: 'Work',
      address: fake.address('/none.ics'),
      allDayBlocks: true,
    });
    expect([wrong.status, JSON.stringify(wrong.body)]).toEqual([400, expect.stringContaining('not-found')]);
    await dataOf(
      callCalendar,
      change({ version: renamed.version, name: 'Work', address: fake.address('/b.ics'), allDayBlocks: true }),
    );
    const page = await slots();
    expect([page.includes(slot(15)), page.includes(slot(16))]).toEqual([true, false]);
    await remove(number);
  });

  it.each([
    ['/none.ics', null, 'not-found'],
    ['/page.ics', '<!doctype html><title>Sign in</title>', 'not-a-calendar'],
    ['/broken.ics', calendarWith([slot(5)]).slice(0, -30), 'not-a-calendar'],
    ['/huge.ics', 'x'.repeat(6 * 1024 * 1024), 'too-large'],
  ] as const)('that can’t be read is not added: %s', async (path, content, reason) => {
    if (content !== null) fake.answer(path, content);
    const refused = await add(path);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ error: { details: { issues: [{ path: ['address'], code: reason }] } } });
    expect((await list()).calendars).toEqual([]);
  });

  it.each(['http://169.254.169.254/latest/meta-data', 'https://10.0.0.1/a.ics', 'http://localhost:1/'])(
    'behind a redirect to %s is not added',
    async (location) => {
      fake.answer('/redirect.ics', (_request, response) => void response.writeHead(302, { location }).end());
      expect(JSON.stringify((await add('/redirect.ics')).body)).toMatch(/private-network|unreachable/);
    },
  );

  it('has an address that nothing shows, logs or stores in clear, and titles that nothing keeps', async () => {
    fake.answer(secretPath, calendarWith([slot(17)]));
    const { number } = await added(secretPath, 'Private');
    await read(number);
    fake.answer(secretPath, (_request, response) => void response.writeHead(500).end());
    await read(number);
    const shown = JSON.stringify([await list(), await read(number)]);
    const rows = JSON.stringify(await selectFrom(cms.strapi)('select * from call_calendars'));
    expect(rows).toContain('Private');
    for (const text of [shown, rows, log.join('\n')]) expect(text).not.toMatch(/7f3c1e|basic\.ics|Oncologist/);
    await remove(number);
  });

  it('is for the counsellor only', async () => {
    const webTeam = await signIn(cms, cms.logins.webTeam);
    await webTeam.get('/quiet-room/calls/calendars').expect(403);
    await webTeam.post('/quiet-room/calls/feed').expect(403);
    await cms.anonymously('/quiet-room/calls/calendars').expect(401);
    await counsellor
      .post('/quiet-room/calls/calendars')
      .send({ name: '', address: 'ftp://x.example/', allDayBlocks: false })
      .expect(400);
  });
});

describe('her own feed', () => {
  it('has the calls that are booked, at an address that is shown once, replaced and ended', async () => {
    const starts = slot(20);
    await book(starts, 'Robin').expect(201);
    const feed = async () => {
      const { address } = await dataOf(newCallFeed, counsellor.post('/quiet-room/calls/feed'));
      return /\/calendar\/(.+)\.ics$/.exec(address)?.[1] ?? '';
    };
    const fetched = (token: string) => postAsWeb(cms, '/api/call-feed', { token });
    const first = await feed();
    const { file } = callFeedResponse.parse((await fetched(first).expect(200)).body).data;
    const events = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    expect(events.map(({ startDate }) => startDate.toJSDate().toISOString())).toContain(starts);
    expect(file).not.toMatch(/Robin|example\.org/);
    const second = await feed();
    await fetched(first).expect(404);
    await fetched(second).expect(200);
    expect((await list()).feedSince).not.toBeNull();
    expect(JSON.stringify([await list(), log])).not.toContain(second);
    const { feedSince } = await dataOf(callCalendars, counsellor.post('/quiet-room/calls/feed/revoke'));
    expect(feedSince).toBeNull();
    await fetched(second).expect(404);
    await fetched(await feed()).expect(200);
  });

  it('is not read as a calendar in which she is busy', async () => {
    const starts = slot(21);
    const { token } = bookedCallResponse.parse((await book(starts, 'Kim').expect(201)).body).data;
    const { address } = await dataOf(newCallFeed, counsellor.post('/quiet-room/calls/feed'));
    const feedToken = /\/calendar\/(.+)\.ics$/.exec(address)?.[1] ?? '';
    const { body } = await postAsWeb(cms, '/api/call-feed', { token: feedToken }).expect(200);
    fake.answer('/own.ics', callFeedResponse.parse(body).data.file);
    const { number, busyCount } = await added('/own.ics');
    expect(busyCount).toBe(0);
    await postAsWeb(cms, '/api/private-calls/cancel', { token }).expect(200);
    expect(await slots()).toContain(starts);
    await remove(number);
  });
});

describe('without the setting', () => {
  it('no calendar on a private network is read', async () => {
    await cms.stop();
    cms = await startCmsHere();
    counsellor = await signIn(cms, cms.logins.counsellor);
    fake.answer('/home.ics', calendarWith([slot(5)]));
    expect(JSON.stringify((await add('/home.ics')).body)).toContain('private-network');
    expect(fake.asked.get('/home.ics')).toBeUndefined();
  });
});
