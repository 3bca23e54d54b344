import ICAL from 'ical.js';
import { workshopEnding } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataOf, type SignedIn, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { storedEmails } from '../support/emails.ts';
import { workshopFields } from '../support/workshop-fields.ts';
import { aRegistration, confirmTokenFor, publishWorkshop, registrationActions } from '../support/workshops.ts';
import { documentsOf } from '../support/written.ts';

const uid = 'api::workshop.workshop';
const dayMs = 86_400_000;

let cms: CmsHere;
let counsellor: SignedIn;
beforeAll(async () => {
  cms = await startCmsHere();
  counsellor = await signIn(cms, cms.logins.counsellor);
});
afterAll(() => cms.stop());

const workshops = () => documentsOf(cms.strapi, uid);
const actions = () => registrationActions(cms.strapi);
const cm = (path: string): string => `/content-manager/collection-types/${uid}/${path}`;

/** The first of next month's days in some years, as a form has it. */
const dayIn = (years: number, day = '12'): string => `${new Date().getUTCFullYear() + years}-06-${day}`;
const session = (day: string) => ({ day, starts: '10:00:00.000', ends: '13:00:00.000' });

const join = async (slug: string, email?: string): Promise<{ email: string; token: string }> => {
  const sent = aRegistration(email === undefined ? {} : { email });
  await actions().register(slug, sent, new Date());
  const { token } = await actions().confirm((await confirmTokenFor(cms, sent.email)) ?? '', new Date());
  return { email: sent.email, token };
};
const publish = (id: string, fields: object) => counsellor.post(cm(`${id}/actions/publish`)).send(fields);
const kindsTo = async (to: string) => (await storedEmails(cms.strapi, { to })).map(({ kind }) => kind);

interface Entry {
  method: unknown;
  uid: string;
  sequence: number;
  status: unknown;
  starts: string;
}
const entriesIn = (emails: readonly { attachments: unknown }[]): Entry[] =>
  emails
    .flatMap(({ attachments }) => attachments as { content: string }[])
    .map(({ content }) => {
      const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
      for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
      const component = calendar.getFirstSubcomponent('vevent') as ICAL.Component;
      const event = new ICAL.Event(component);
      return {
        method: calendar.getFirstPropertyValue('method'),
        uid: event.uid,
        sequence: event.sequence,
        status: component.getFirstPropertyValue('status'),
        starts: event.startDate.toJSDate().toISOString(),
      };
    });

describe('new dates of a workshop that people are registered for', () => {
  it('are refused in the past, and nobody and nothing is lost', async () => {
    const { id, slug } = await publishWorkshop(cms, { title: 'A mistyped year', sessions: [session(dayIn(1))] });
    const { email, token } = await join(slug);
    const refused = await publish(id, { sessions: [session(dayIn(-1))] }).expect(400);
    expect(refused.body.error.details.errors).toMatchObject([{ path: ['sessions', '0', 'day'] }]);
    expect(refused.body.error.message).toContain('which has passed');
    expect(await kindsTo(email)).toEqual(['confirm-place', 'place-confirmed']);
    expect(await actions().forget(new Date())).toBe(0);
    expect((await actions().look(token, new Date())).workshop.sessions[0]?.starts.slice(0, 10)).toBe(dayIn(1));
    // A saved draft alone changes nothing either.
    await workshops().update(id, { sessions: [session(dayIn(-1))] });
    expect(await actions().forget(new Date())).toBe(0);
    expect((await actions().look(token, new Date())).workshop.sessions[0]?.starts.slice(0, 10)).toBe(dayIn(1));
  });

  it('have to be entered twice when they are more than two years away', async () => {
    const { id, slug } = await publishWorkshop(cms, { title: 'Far away', sessions: [session(dayIn(1))] });
    const { email } = await join(slug);
    const refused = await publish(id, { sessions: [session(dayIn(9))] }).expect(400);
    expect(refused.body.error.details.errors).toMatchObject([{ path: ['confirmedDay'] }]);
    expect(refused.body.error.message).toContain('enter that day in “Day, once more”');
    expect(await kindsTo(email)).not.toContain('workshop-changed');
    await publish(id, { sessions: [session(dayIn(9))], confirmedDay: dayIn(9) }).expect(200);
    expect(await kindsTo(email)).toContain('workshop-changed');
  });

  it('are free while nobody is registered, but for days that have passed', async () => {
    const { id } = await publishWorkshop(cms, { title: 'Nobody yet', sessions: [session(dayIn(1))] });
    await publish(id, { sessions: [session(dayIn(9))] }).expect(200);
    const late = await publish(id, { sessions: [session(dayIn(-1)), session(dayIn(9))] }).expect(400);
    expect(late.body.error.details.errors).toMatchObject([
      { path: ['sessions', '0', 'day'], message: expect.stringMatching(/^This day has passed/) },
    ]);
    expect(await workshops().live(id)).toMatchObject({ sessions: [{ day: dayIn(9) }] });
  });

  it('delete nobody within two weeks, whatever was announced before', async () => {
    const { id, slug } = await publishWorkshop(cms, {
      title: 'Shortened',
      sessions: [session('2026-01-10'), session(dayIn(1))],
    });
    const sent = aRegistration();
    const early = new Date('2026-01-01T12:00:00.000Z');
    await actions().register(slug, sent, early);
    const { token } = await actions().confirm((await confirmTokenFor(cms, sent.email)) ?? '', early);
    const draft = (await workshops().draft(id)) as unknown as { sessions: { id: number }[] };
    await publish(id, { sessions: draft.sessions.slice(0, 1) }).expect(200);
    const [email] = await storedEmails(cms.strapi, { to: sent.email, kind: 'workshop-changed' });
    expect(email?.text).toContain(`12 June ${dayIn(1).slice(0, 4)}`);
    const left = async () =>
      Number(await cms.strapi.db.query('api::workshop.registration').count({ where: { workshopId: id } }));
    await actions().forget(new Date(Date.now() + 12 * dayMs));
    expect(await left()).toBe(1);
    const { deletedOn } = await actions().look(token, new Date());
    expect(new Date(deletedOn).getTime()).toBeGreaterThan(Date.now() + 12 * dayMs);
    await actions().forget(new Date(new Date(deletedOn).getTime() + dayMs));
    expect(await left()).toBe(0);
  });
});

describe('a workshop that has begun', () => {
  it('can be changed, its text and later sessions, but for a session that has taken place', async () => {
    const [past, later] = [session(dayIn(-1)), session(dayIn(1))];
    const { id } = await publishWorkshop(cms, { title: 'Under way', sessions: [past, later] });
    const draft = (await workshops().draft(id)) as unknown as { sessions: { id: number }[] };
    const [first, second] = draft.sessions;
    await publish(id, { summary: 'Still going.', sessions: [first, { ...second, ...session(dayIn(2)) }] }).expect(200);
    await publish(id, { sessions: [{ ...past, ends: '14:00:00.000' }, session(dayIn(2))] }).expect(200);
    await publish(id, { sessions: [session(dayIn(-1, '13')), session(dayIn(2))] }).expect(400);
    // Taken off the site, it can go back as it was.
    await counsellor
      .post(cm(`${id}/actions/unpublish`))
      .send({})
      .expect(200);
    await publish(id, { sessions: [past, session(dayIn(2))] }).expect(200);
  });

  it('can be a draft with any day, and is not published for the first time', async () => {
    const { documentId } = await workshops().create(
      workshopFields({ title: 'Long planned', sessions: [session(dayIn(-1))] }),
    );
    const saved = await counsellor.put(cm(documentId)).send({ sessions: [session(dayIn(-2))] });
    expect(saved.status).toBe(200);
    await publish(documentId, {}).expect(400);
    await publish(documentId, { sessions: [session(dayIn(1))] }).expect(200);
  });
});

describe('registration for a workshop', () => {
  it('can’t close after the workshop starts', async () => {
    const { id } = await publishWorkshop(cms, { title: 'Closing', sessions: [session(dayIn(1))] });
    const refused = await publish(id, { closesDay: dayIn(1, '13') }).expect(400);
    expect(refused.body.error.details.errors).toMatchObject([{ path: ['closesDay'] }]);
    expect(refused.body.error.message).toMatch(/^Registration would close after the workshop starts/);
    await publish(id, { closesDay: dayIn(1), closesTime: '10:00:00.000' }).expect(200);
  });
});

describe('the sessions of a workshop', () => {
  it('keep their calendar entries when the one in the middle is removed, which the email names', async () => {
    const days = ['08', '15', '22'].map((day) => session(dayIn(1, day)));
    const { id, slug } = await publishWorkshop(cms, { title: 'Three mornings', sessions: days });
    const { email } = await join(slug);
    const uids = entriesIn(await storedEmails(cms.strapi, { to: email, kind: 'place-confirmed' })).map(
      (one) => one.uid,
    );
    expect(uids).toEqual([1, 2, 3].map((n) => `${id}.${n}@place.quiet-room`));
    const draft = (await workshops().draft(id)) as unknown as { sessions: { id: number; day: string }[] };
    const [first, , third] = draft.sessions;
    await publish(id, { sessions: [first, third] }).expect(200);
    const [changed] = await storedEmails(cms.strapi, { to: email, kind: 'workshop-changed' });
    const entries = entriesIn(changed ? [changed] : []);
    expect(entries.map((one) => [one.method, one.uid, one.starts.slice(0, 10), one.status])).toEqual([
      ['REQUEST', uids[0], dayIn(1, '08'), 'CONFIRMED'],
      ['REQUEST', uids[2], dayIn(1, '22'), 'CONFIRMED'],
      ['CANCEL', uids[1], dayIn(1, '15'), 'CANCELLED'],
    ]);
    expect(changed?.text).toMatch(/This session no longer takes place:\s+\w+ 15 June/);
    expect(changed?.text).not.toContain('The new date');
    // Moved by its row, the third keeps its entry; a new one gets a number that no session had.
    const rest = (await workshops().draft(id)) as unknown as { sessions: { id: number }[] };
    const moved = { ...rest.sessions[1], ...session(dayIn(1, '29')) };
    await publish(id, { sessions: [session(dayIn(1, '01')), rest.sessions[0], moved] }).expect(200);
    // The first email was held, so this one says all that has changed since the beginning.
    const [again] = await storedEmails(cms.strapi, { to: email, kind: 'workshop-changed' });
    expect(again?.text).toMatch(/The new date: \w+ 29 June.*\s+It was: \w+ 22 June/);
    expect(again?.text).toMatch(/There is one more session:\s+\w+ 1 June/);
    expect(entriesIn(again ? [again] : []).map((one) => [one.uid, one.starts.slice(0, 10)])).toEqual([
      [`${id}.4@place.quiet-room`, dayIn(1, '01')],
      [uids[0], dayIn(1, '08')],
      [uids[2], dayIn(1, '29')],
      [uids[1], dayIn(1, '15')],
    ]);
    const { data } = (await cms.asWeb(`/api/workshops/${slug}/calendar`)).body as { data: { ics: string } };
    expect([...data.ics.matchAll(/^UID:(.*)\r$/gm)].map(([, found]) => found)).toEqual(
      [4, 1, 3].map((n) => `${id}.${n}@public.quiet-room`),
    );
  });

  it('have a sequence that never falls for one person, also after registering again', async () => {
    const { slug } = await publishWorkshop(cms, {
      title: 'There and back',
      sessions: [session(dayIn(1))],
      capacity: 5,
    });
    const sent: Entry[] = [];
    const note = async (to: string): Promise<void> => {
      const emails = await storedEmails(cms.strapi, { to });
      sent.push(...entriesIn(emails.filter(({ attachments }) => attachments !== null).slice(-1)));
    };
    const { email, token } = await join(slug);
    await note(email);
    await join(slug);
    await actions().cancel(token, new Date());
    await note(email);
    const again = await join(slug, email);
    await note(email);
    await actions().cancel(again.token, new Date());
    await note(email);
    expect(sent.map(({ method, status }) => [method, status])).toEqual([
      ['REQUEST', 'CONFIRMED'],
      ['CANCEL', null],
      ['REQUEST', 'CONFIRMED'],
      ['CANCEL', null],
    ]);
    expect(new Set(sent.map((one) => one.uid)).size).toBe(1);
    expect(sent.every(({ sequence }, index) => index === 0 || sequence > (sent[index - 1]?.sequence ?? 0))).toBe(true);
  });
});

describe('a workshop that people are registered for', () => {
  const endings: [string, (id: string) => ReturnType<SignedIn['post']>][] = [
    ['unpublished', (id) => counsellor.post(cm(`${id}/actions/unpublish`)).send({})],
    [
      'unpublished with its changes discarded',
      (id) => counsellor.post(cm(`${id}/actions/unpublish`)).send({ discardDraft: true }),
    ],
    ['unpublished with others', (id) => counsellor.post(cm('actions/bulkUnpublish')).send({ documentIds: [id] })],
    ['deleted', (id) => counsellor.del(cm(id))],
    ['deleted with others', (id) => counsellor.post(cm('actions/bulkDelete')).send({ documentIds: [id] })],
  ];

  it.each(endings)('can’t be %s before it is cancelled', async (_, end) => {
    const { id, slug } = await publishWorkshop(cms, { title: 'Somebody is coming' });
    const { token } = await join(slug);
    await workshops().update(id, { title: 'A new title', venueName: 'Not told to anybody' });
    const refused = await end(id).expect(400);
    expect(refused.body.error.message).toContain('Cancel it instead');
    // Nothing was discarded on the way either.
    expect(await workshops().draft(id)).toMatchObject({ title: 'A new title' });
    expect((await workshops().live(id))?.title).toBe('Somebody is coming');
    expect((await actions().look(token, new Date())).workshop).toMatchObject({ title: 'Somebody is coming' });
    await actions().cancelWorkshop(id, null, new Date());
    await end(id).expect((answer) => expect(answer.status).toBeLessThan(300));
  });

  it('says how many people are on its list, and what has to happen before it ends', async () => {
    const { id, slug } = await publishWorkshop(cms, { title: 'Two are coming' });
    const ending = () => dataOf(workshopEnding, counsellor.get(`/quiet-room/workshops/${id}/ending`));
    expect(await ending()).toEqual({ people: 0, before: { unpublish: null, delete: null } });
    await join(slug);
    await join(slug);
    expect(await ending()).toEqual({
      people: 2,
      before: {
        unpublish: expect.stringMatching(/^Cancel it instead.* Then you can take it off the site\.$/) as string,
        delete: expect.stringMatching(/^Cancel it instead.* Then you can delete it\.$/) as string,
      },
    });
    await actions().cancelWorkshop(id, null, new Date());
    expect(await ending()).toEqual({ people: 2, before: { unpublish: null, delete: null } });
  });

  it('can be unpublished with nobody on its list, and its private pages never show the draft', async () => {
    const { id, slug } = await publishWorkshop(cms, { title: 'As it was announced' });
    const { token } = await join(slug);
    await actions().cancel(token, new Date());
    await workshops().update(id, { title: 'Only a draft', venueName: 'Secret', sessions: [session(dayIn(1, '30'))] });
    await counsellor
      .post(cm(`${id}/actions/unpublish`))
      .send({})
      .expect(200);
    const shown = await actions().look(token, new Date());
    expect(shown.workshop).toMatchObject({ title: 'As it was announced', venue: { name: 'The Quiet Room' } });
    expect(JSON.stringify(shown)).not.toContain('Secret');
  });

  it('can’t be unpublished after it has taken place until the details are deleted', async () => {
    const { id, slug } = await publishWorkshop(cms, { title: 'Over', sessions: [session('2026-11-07')] });
    const sent = aRegistration();
    const before = new Date('2026-11-01T12:00:00.000Z');
    await actions().register(slug, sent, before);
    await actions().confirm((await confirmTokenFor(cms, sent.email)) ?? '', before);
    const refused = await counsellor
      .post(cm(`${id}/actions/unpublish`))
      .send({})
      .expect(400);
    expect(refused.body.error.message).toMatch(
      /has taken place.* until \w+ \d+ \w+ \d{4}, when their details are deleted/,
    );
    await actions().forget(new Date('2028-01-01T12:00:00.000Z'));
    await counsellor
      .post(cm(`${id}/actions/unpublish`))
      .send({})
      .expect(200);
  });
});
