import {
  addOutcome,
  duplicatedWorkshop,
  emailPreview,
  emailsSent,
  exportedParticipants,
  listedWorkshops,
  nextWorkshop,
  type Participant,
  participantOutcomes,
  type SeatCounts,
  workshopCancelled,
  workshopSeats,
  workshopWithParticipants,
} from 'shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dataOf, type Schema, type SignedIn, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { aNonce, postAsWeb } from '../support/comments.ts';
import { laterToday } from '../support/workshop-fields.ts';
import {
  aRegistration,
  brokenInvariants,
  confirmTokenFor,
  priceKey,
  publishWorkshop,
  registrationActions,
} from '../support/workshops.ts';
import { documentsOf } from '../support/written.ts';

let cms: CmsHere;
let counsellor: SignedIn;
let webTeam: SignedIn;

const base = '/quiet-room/workshops';
const get = <T>(schema: Schema<T>, path: string): Promise<T> => dataOf(schema, counsellor.get(`${base}${path}`));
const post = <T>(schema: Schema<T>, path: string, body: object): Promise<T> =>
  dataOf(schema, counsellor.post(`${base}${path}`).send(body));
const page = (id: string) => get(workshopWithParticipants, `/${id}`);
const act = async (id: string, action: 'mark' | 'cancel' | 'move', body: object) =>
  (await post(participantOutcomes, `/${id}/participants/${action}`, body)).outcomes;
const statuses = async (...of: Parameters<typeof act>) => (await act(...of)).map(({ status }) => status);

/** Somebody who has registered and, unless said otherwise, confirmed. */
const registered = async (
  slug: string,
  over: Parameters<typeof aRegistration>[0] = {},
  confirms = true,
): Promise<{ number: number; token: string; email: string }> => {
  const sent = aRegistration(over);
  const { number, token } = (
    (await postAsWeb(cms, `/api/workshops/${slug}/registrations`, sent).expect(201)).body as {
      data: { number: number; token: string };
    }
  ).data;
  if (!confirms) return { number, token, email: sent.email };
  const confirmation = { token: await confirmTokenFor(cms, sent.email) };
  const { body } = await postAsWeb(cms, '/api/private-registrations/confirm', confirmation).expect(200);
  return { number, token: (body as { data: { token: string } }).data.token, email: sent.email };
};
const person = async (id: string, number: number): Promise<Participant> => {
  const found = (await page(id)).participants.find((one) => one.number === number);
  if (!found) throw new Error(`${number} is not on the list.`);
  return found;
};
const asRead = ({ number, version }: Participant) => ({ number, version });
const emails = async (where: object) =>
  (await cms.strapi.db.connection('emails').where(where).orderBy('id').select('*')) as {
    to: string;
    subject: string;
    text: string;
    html: string;
    kind: string;
    attachments: unknown;
  }[];

beforeAll(async () => {
  cms = await startCmsHere();
  counsellor = await signIn(cms, cms.logins.counsellor);
  webTeam = await signIn(cms, cms.logins.webTeam);
});
afterAll(() => cms.stop());
beforeEach(async () => {
  expect(await brokenInvariants(cms)).toEqual([]);
});

describe('the admin endpoints of workshops', () => {
  it('can be called by the counsellor, but not by the web team, the site or anybody else', async () => {
    const { id, slug } = await publishWorkshop(cms);
    await registered(slug);
    const asked = ['', '/next', `/${id}`, `/${id}/seats`, `/${id}/export`];
    const told = [
      'participants',
      'participants/mark',
      'participants/cancel',
      'participants/move',
      'emails/preview',
      'emails',
      'cancel',
      'duplicate',
    ].map((action) => `/${id}/${action}`);
    for (const path of asked) {
      expect((await counsellor.get(base + path)).status, path).toBe(200);
      expect((await webTeam.get(base + path)).status, path).toBe(403);
      expect((await cms.asWeb(base + path)).status, path).toBe(401);
      expect((await cms.anonymously(base + path)).status, path).toBe(401);
    }
    for (const path of told) {
      expect((await webTeam.post(base + path).send({})).status, path).toBe(403);
      expect((await postAsWeb(cms, base + path, {})).status, path).toBe(401);
      expect((await counsellor.post(base + path).send({})).status, path).toBe(400);
    }
    await counsellor.get(`${base}/nothing`).expect(404);
    await counsellor.get(`${base}/${'a'.repeat(24)}`).expect(404);
  });

  it('show registrations and joining details in the content manager to nobody else', async () => {
    await counsellor.get('/content-manager/collection-types/api::workshop.registration').expect(403);
    const { body } = await webTeam.get('/content-manager/collection-types/api::workshop.workshop').expect(200);
    expect(JSON.stringify(body)).not.toContain('Ring the lower bell');
  });
});

describe('the lists of workshops', () => {
  it('count confirmed, pending and waitlisted participants, and access needs', async () => {
    const { id, slug } = await publishWorkshop(cms, {
      title: 'Counted',
      capacity: 3,
      sessions: [{ day: '2027-01-09', starts: '10:00:00.000', ends: '12:00:00.000' }],
    });
    await registered(slug, { name: 'Robin', accessNeeds: 'A step-free way in', consent: true });
    await registered(slug);
    await registered(slug, {}, false);
    await registered(slug);
    await registered(slug, {}, false);
    const counts: SeatCounts = {
      capacity: 3,
      confirmed: 2,
      pending: 1,
      offered: 0,
      waitlisted: 1,
      free: 0,
      accessNeeds: 1,
    };
    const { upcoming, past } = await get(listedWorkshops, '');
    expect(upcoming.find((one) => one.id === id)).toMatchObject({
      title: 'Counted',
      state: 'full',
      starts: '2027-01-09T10:00:00.000Z',
      timeZone: 'Europe/London',
      counts,
    });
    expect(past).toEqual([]);
    expect(await get(nextWorkshop, '/next')).toMatchObject({ workshop: { id, counts, withAccessNeeds: ['Robin'] } });
    expect(await get(workshopSeats, `/${id}/seats`)).toMatchObject({ workshop: { id, counts } });
    expect((await page(id)).participants.map(({ state }) => state)).toEqual([
      'confirmed',
      'confirmed',
      'unconfirmed',
      'waitlisted',
      'unconfirmed',
    ]);
  });

  it('need the same number of statements for any number of workshops', async () => {
    const cost = async (path: string): Promise<number> => {
      // What publishing left to be done behind it is done by then.
      await counsellor.get(base + path).expect(200);
      let statements = 0;
      const count = (): void => void (statements += 1);
      cms.strapi.db.connection.on('query', count);
      await counsellor.get(base + path).expect(200);
      cms.strapi.db.connection.removeListener('query', count);
      return statements;
    };
    const { id, slug } = await publishWorkshop(cms, { capacity: 30 });
    const before = [await cost(''), await cost(`/${id}`), await cost('/next')];
    for (let n = 0; n < 5; n += 1) await registered(slug);
    for (let n = 0; n < 5; n += 1) await publishWorkshop(cms);
    expect([await cost(''), await cost(`/${id}`), await cost('/next')]).toEqual(before);
  });

  it('leave out workshops that were never published, and keep unpublished ones', async () => {
    const { documentId } = await documentsOf(cms.strapi, 'api::workshop.workshop').create({ title: 'Only a draft' });
    await counsellor.get(`${base}/${documentId}`).expect(404);
    expect(await get(workshopSeats, `/${documentId}/seats`)).toEqual({ workshop: null, heldChange: null });
    const { id, slug } = await publishWorkshop(cms);
    await registered(slug);
    await post(workshopCancelled, `/${id}/cancel`, { message: '' });
    await documentsOf(cms.strapi, 'api::workshop.workshop').unpublish(id);
    expect(await page(id)).toMatchObject({ url: null, participants: [{ state: 'confirmed' }] });
  });
});

describe('marking participants', () => {
  it('stores who attended and who has paid, and can be undone', async () => {
    const { id, slug } = await publishWorkshop(cms, { ...laterToday(), prices: [{ label: 'Full price', amount: 48 }] });
    const { number } = await registered(slug, { price: priceKey('Full price', 4_800) });
    expect(
      await statuses(id, 'mark', { participants: [asRead(await person(id, number))], attended: true, paid: true }),
    ).toEqual(['done']);
    expect(await person(id, number)).toMatchObject({
      attended: true,
      paid: true,
      price: { label: 'Full price', pence: 4800 },
      version: 3,
    });
    await act(id, 'mark', { participants: [asRead(await person(id, number))], attended: null, paid: false });
    expect(await person(id, number)).toMatchObject({ attended: null, paid: false });
  });

  it('is refused with a sentence where it makes no sense', async () => {
    const { id, slug } = await publishWorkshop(cms, laterToday());
    const [has, hasNot] = [await registered(slug), await registered(slug, {}, false)];
    const participants = [asRead(await person(id, has.number)), asRead(await person(id, hasNot.number))];
    expect(await act(id, 'mark', { participants, paid: true })).toMatchObject([
      { reason: expect.stringContaining('nothing to pay') },
      { status: 'refused' },
    ]);
    expect(await act(id, 'mark', { participants, attended: false })).toMatchObject([
      { status: 'done' },
      { reason: expect.stringContaining('with a place') },
    ]);
  });

  it('says who attended from the day of the first session on, but who has paid at any time', async () => {
    const { id, slug } = await publishWorkshop(cms, { prices: [{ label: 'Full price', amount: 48 }] });
    const { number } = await registered(slug, { price: priceKey('Full price', 4_800) });
    const read = async () => [asRead(await person(id, number))];
    for (const attended of [true, false])
      expect(await act(id, 'mark', { participants: await read(), attended })).toMatchObject([
        { status: 'refused', reason: 'Attendance can be marked from the day of the first session on.' },
      ]);
    expect(await statuses(id, 'mark', { participants: await read(), paid: true })).toEqual(['done']);
    expect(await person(id, number)).toMatchObject({ attended: null, paid: true });
    expect((await page(id)).attendanceOpen).toBe(false);
  });

  it('changes no registration that has changed meanwhile, is gone, or is for another workshop', async () => {
    const [{ id, slug }, other] = [await publishWorkshop(cms, laterToday()), await publishWorkshop(cms)];
    const { number, token } = await registered(slug);
    const read = asRead(await person(id, number));
    await postAsWeb(cms, '/api/private-registrations/change', {
      token,
      version: read.version,
      certificateName: 'R. Bird',
      accessNeeds: null,
      consent: false,
    }).expect(200);
    expect(
      await statuses(id, 'mark', { participants: [read, { number: 999_999, version: 1 }], attended: true }),
    ).toEqual(['changed', 'gone']);
    expect(
      await statuses(other.id, 'mark', { participants: [asRead(await person(id, number))], attended: true }),
    ).toEqual(['gone']);
    expect(await person(id, number)).toMatchObject({ attended: null, certificateName: 'R. Bird' });
  });

  it('is done once for two requests at the same moment', async () => {
    const { id, slug } = await publishWorkshop(cms, laterToday());
    const { number } = await registered(slug);
    const participants = [asRead(await person(id, number))];
    const all = await Promise.all(
      [true, false, true, false].map((attended) => statuses(id, 'mark', { participants, attended })),
    );
    expect(all.flat().sort()).toEqual(['changed', 'changed', 'changed', 'done']);
  });
});

describe('adding a participant manually', () => {
  const someone = (over: object = {}) => ({
    name: 'Ines Vale',
    email: 'ines@example.org',
    price: null,
    accessNeeds: null,
    nonce: aNonce(),
    ...over,
  });

  it('confirms a seat at once with one email that has all details, however often it is sent', async () => {
    const { id } = await publishWorkshop(cms, { capacity: 2 });
    const ines = someone({ accessNeeds: 'Large print' });
    const added = await post(addOutcome, `/${id}/participants`, ines);
    expect(await post(addOutcome, `/${id}/participants`, ines)).toEqual(added);
    expect(await post(addOutcome, `/${id}/participants`, { ...ines, name: 'Someone else' })).toEqual({
      status: 'refused',
      reason: expect.stringContaining('Ines Vale (ines@example.org)') as string,
    });
    const number = added.status === 'done' ? added.number : 0;
    expect(await person(id, number)).toMatchObject({
      state: 'confirmed',
      addedManually: true,
      accessNeeds: 'Large print',
      email: 'ines@example.org',
    });
    const [email, more] = await emails({ to: 'ines@example.org', kind: 'place-confirmed' });
    expect(email?.text).toContain('Ring the lower bell.');
    expect(more).toBeUndefined();
    expect((await page(id)).counts).toMatchObject({ confirmed: 1, free: 1 });
  });

  it('is refused when the workshop is full or the address is registered already', async () => {
    const { id, slug } = await publishWorkshop(cms, { capacity: 1 });
    const { email } = await registered(slug);
    expect(await post(addOutcome, `/${id}/participants`, someone())).toEqual({ status: 'full' });
    expect(await post(addOutcome, `/${id}/participants`, someone({ email: email.toUpperCase() }))).toMatchObject({
      status: 'refused',
      reason: expect.stringContaining('already on the list'),
    });
  });

  it('names each invalid field and repeats no input', async () => {
    const { id } = await publishWorkshop(cms, { prices: [{ label: 'Full price', amount: 48 }] });
    const { body } = await counsellor
      .post(`${base}/${id}/participants`)
      .send(someone({ name: ' ', email: 'ines(at)example' }))
      .expect(400);
    expect(body.error.details.issues).toEqual([
      { path: ['name'], code: 'missing' },
      { path: ['email'], code: 'not-an-address' },
    ]);
    expect(JSON.stringify(body)).not.toContain('ines');
    const without = await counsellor.post(`${base}/${id}/participants`).send(someone()).expect(400);
    expect(without.body.error.details.issues).toEqual([{ path: ['price'], code: 'missing' }]);
  });
});

describe('cancelling and moving participants', () => {
  it('offers the seat to the waitlist, and emails the participant only if the counsellor chooses so', async () => {
    const { id, slug } = await publishWorkshop(cms, { capacity: 2 });
    const [one, two, third] = [await registered(slug), await registered(slug), await registered(slug)];
    expect(
      await statuses(id, 'cancel', { participants: [asRead(await person(id, one.number))], notify: true }),
    ).toEqual(['done']);
    expect((await person(id, third.number)).state).toBe('offered');
    expect(await emails({ to: one.email, kind: 'registration-cancelled' })).toHaveLength(1);
    expect(
      await statuses(id, 'cancel', { participants: [asRead(await person(id, two.number))], notify: false }),
    ).toEqual(['done']);
    expect(await emails({ to: two.email, kind: 'registration-cancelled' })).toEqual([]);
    expect((await page(id)).counts).toMatchObject({ confirmed: 0, offered: 1, free: 1 });
  });

  it('says who is told, and tells nobody twice when it is repeated', async () => {
    const { id, slug } = await publishWorkshop(cms, { capacity: 3 });
    const [told, unconfirmed] = [await registered(slug), await registered(slug, {}, false)];
    const read = [asRead(await person(id, told.number)), asRead(await person(id, unconfirmed.number))];
    const cancel = (participants: object[]) => act(id, 'cancel', { participants, notify: true });
    expect(await cancel(read)).toEqual([
      { number: told.number, status: 'done', told: true },
      { number: unconfirmed.number, status: 'done', told: false },
    ]);
    for (const again of [read, [asRead(await person(id, told.number)), asRead(await person(id, unconfirmed.number))]])
      expect(await cancel(again)).toMatchObject([{ status: 'already-cancelled' }, { status: 'already-cancelled' }]);
    expect(await emails({ to: told.email, kind: 'registration-cancelled' })).toHaveLength(1);
    expect(await emails({ to: unconfirmed.email, kind: 'registration-cancelled' })).toEqual([]);
  });

  it('keeps the private link, sends one email, and only moves to a free seat', async () => {
    const [from, to] = [
      await publishWorkshop(cms, { capacity: 2 }),
      await publishWorkshop(cms, { title: 'A later date', capacity: 1 }),
    ];
    const [one, two, waits] = [await registered(from.slug), await registered(from.slug), await registered(from.slug)];
    const participants = [asRead(await person(from.id, one.number)), asRead(await person(from.id, two.number))];
    expect(await statuses(from.id, 'move', { participants, to: to.id })).toEqual(['done', 'full']);
    expect((await page(to.id)).participants).toMatchObject([{ number: one.number, state: 'confirmed' }]);
    expect((await person(from.id, waits.number)).state).toBe('offered');
    const [email] = await emails({ to: one.email, kind: 'participant-moved' });
    expect(email?.text).toContain('A later date');
    const entries = JSON.stringify(email?.attachments);
    expect([
      entries.includes('METHOD:CANCEL'),
      entries.includes('METHOD:REQUEST'),
      entries.includes(from.id),
      entries.includes(to.id),
    ]).toEqual([true, true, true, true]);
    const own = await postAsWeb(cms, '/api/private-registrations/look', { token: one.token }).expect(200);
    expect(own.body.data).toMatchObject({ state: 'confirmed', workshop: { title: 'A later date' } });
  });

  it('is refused for somebody who is registered there already, or has changed meanwhile', async () => {
    const [from, to] = [await publishWorkshop(cms), await publishWorkshop(cms)];
    const { number, email } = await registered(from.slug);
    await registered(to.slug, { email });
    const read = asRead(await person(from.id, number));
    expect(await act(from.id, 'move', { participants: [read], to: to.id })).toMatchObject([
      { status: 'refused', reason: expect.stringContaining('already registered for that workshop') },
    ]);
    expect(
      await statuses(from.id, 'move', {
        participants: [
          { ...read, version: 9 },
          { number: 999_999, version: 1 },
        ],
        to: to.id,
      }),
    ).toEqual(['changed', 'gone']);
  });

  it('loses nobody when two workshops swap participants at the same moment', async () => {
    const [a, b] = [await publishWorkshop(cms, { capacity: 6 }), await publishWorkshop(cms, { capacity: 6 })];
    const pairs = [];
    for (let n = 0; n < 3; n += 1) pairs.push({ inA: await registered(a.slug), inB: await registered(b.slug) });
    const moves = await Promise.all(
      pairs.map(async ({ inA, inB }) => [
        statuses(a.id, 'move', { participants: [asRead(await person(a.id, inA.number))], to: b.id }),
        statuses(b.id, 'move', { participants: [asRead(await person(b.id, inB.number))], to: a.id }),
      ]),
    );
    expect((await Promise.all(moves.flat())).flat()).toEqual(Array.from({ length: 6 }, () => 'done'));
    expect([(await page(a.id)).counts.confirmed, (await page(b.id)).counts.confirmed]).toEqual([3, 3]);
  });
});

describe('emails of the counsellor to participants', () => {
  const email = (over: object = {}) => ({
    subject: 'A question for Saturday',
    text: 'Dear all,\n\nplease bring a cup.',
    recipients: 'confirmed',
    ...over,
  });

  it('are sent as previewed, to the chosen recipients, with a copy, once per nonce', async () => {
    const { id, slug } = await publishWorkshop(cms, { capacity: 2 });
    const [one, two] = [await registered(slug), await registered(slug)];
    await registered(slug);
    const preview = await post(emailPreview, `/${id}/emails/preview`, email());
    expect(preview.recipients.map(({ email }) => email)).toEqual([one.email, two.email]);
    expect(await emails({ kind: 'counsellor-message' })).toEqual([]);
    const nonce = aNonce();
    expect(await post(emailsSent, `/${id}/emails`, email({ nonce }))).toEqual({ sent: 2 });
    expect(await post(emailsSent, `/${id}/emails`, email({ nonce }))).toEqual({ sent: 2 });
    const sent = await emails({ kind: 'counsellor-message' });
    expect(sent.map(({ to }) => to)).toEqual([preview.copyTo, one.email, two.email]);
    expect(sent[0]).toMatchObject({ subject: preview.subject, text: preview.text, html: preview.html });
    for (const [index, own] of [
      [1, one],
      [2, two],
    ] as const) {
      const link = `See your registration (this link is only for you):\n${process.env.SITE_URL ?? ''}/your-place/${own.token}`;
      expect(sent[index]?.text).toBe(
        preview.text.replace('In each participant’s email, their private link appears here.', link),
      );
    }
    expect(sent[0]?.text).not.toContain('/your-place/');
  });

  it('skip unconfirmed addresses, and are refused when nobody is left', async () => {
    const { id, slug } = await publishWorkshop(cms);
    const { number } = await registered(slug, {}, false);
    const { body } = await counsellor
      .post(`${base}/${id}/emails/preview`)
      .send(email({ recipients: 'chosen', participants: [number] }))
      .expect(400);
    expect(body.error.message).toContain('Nobody would get this email');
  });

  it('reach those who attended, are waitlisted or have not paid', async () => {
    const { id, slug } = await publishWorkshop(cms, {
      ...laterToday(),
      capacity: 2,
      prices: [
        { label: 'Full price', amount: 48 },
        { label: 'Free place', amount: 0 },
      ],
    });
    const [pays, free, waits] = [
      await registered(slug, { price: priceKey('Full price', 4_800) }),
      await registered(slug, { price: priceKey('Free place', 0) }),
      await registered(slug, { price: priceKey('Full price', 4_800) }),
    ];
    await act(id, 'mark', { participants: [asRead(await person(id, free.number))], attended: true });
    const to = async (recipients: string) =>
      (await post(emailPreview, `/${id}/emails/preview`, email({ recipients }))).recipients.map(({ email }) => email);
    expect([await to('unpaid'), await to('attended'), await to('waitlisted')]).toEqual([
      [pays.email],
      [free.email],
      [waits.email],
    ]);
  });
});

describe('the export of participants', () => {
  it('contains everybody, and no formula that a spreadsheet would run', async () => {
    const { id, slug } = await publishWorkshop(cms, { prices: [{ label: 'Full price', amount: 7.5 }] });
    const { email } = await registered(slug, {
      name: '=HYPERLINK("https://example.org")',
      accessNeeds: '@SUM(A1)\nand a second line',
      consent: true,
      price: priceKey('Full price', 750),
    });
    const { fileName, csv, xlsx } = await get(exportedParticipants, `/${id}/export`);
    expect(fileName).toBe(`${slug}-participants`);
    expect(Buffer.from(xlsx, 'base64').subarray(0, 2).toString()).toBe('PK');
    expect(csv).toMatch(
      /^\ufeff"Name","Name on the certificate","Email","Place","Access needs","Price","Pounds","Paid","Attended","Registered on","Added by hand"\r\n/,
    );
    const formula = `"'=HYPERLINK(""https://example.org"")"`;
    expect(csv).toContain(
      `${formula},${formula},"${email}","Has a place","'@SUM(A1)\nand a second line","Full price",7.5,"no",,20`,
    );
    expect(csv.split('\r\n')).toHaveLength(3);
  });
});

describe('cancelling and duplicating a workshop', () => {
  it('emails every confirmed participant once and ends registration', async () => {
    const earlier = await emails({ kind: 'workshop-cancelled' });
    const { id, slug } = await publishWorkshop(cms, { capacity: 1 });
    const [has, waits, unconfirmed] = [
      await registered(slug),
      await registered(slug),
      await registered(slug, {}, false),
    ];
    const cancel = (message: string) => post(workshopCancelled, `/${id}/cancel`, { message });
    expect(await cancel('I am ill. I am sorry.')).toEqual({ notified: 2 });
    await cancel('Other words');
    const sent = (await emails({ kind: 'workshop-cancelled' })).slice(earlier.length);
    expect(sent.map(({ to }) => to).sort()).toEqual([has.email, waits.email].sort());
    expect(sent[0]?.text).toContain('I am ill. I am sorry.');
    expect(await emails({ to: unconfirmed.email, kind: 'workshop-cancelled' })).toEqual([]);
    expect(await page(id)).toMatchObject({ state: 'cancelled', cancellation: { message: 'I am ill. I am sorry.' } });
    await postAsWeb(cms, `/api/workshops/${slug}/registrations`, aRegistration()).expect(409);
    expect(
      await post(addOutcome, `/${id}/participants`, {
        name: 'Ines',
        email: 'i@example.org',
        price: null,
        accessNeeds: null,
        nonce: aNonce(),
      }),
    ).toMatchObject({ status: 'refused' });
  });

  it('copies a workshop as a draft for a new date, with the same intervals and no participants', async () => {
    const { id, slug } = await publishWorkshop(cms, {
      title: 'Twice',
      sessions: [
        { day: '2027-03-20', starts: '10:00:00.000', ends: '12:00:00.000' },
        { day: '2027-03-27', starts: '10:00:00.000', ends: '12:00:00.000' },
      ],
      opensDay: '2027-01-01',
      closesDay: '2027-03-18',
      prices: [{ label: 'Full price', amount: 48 }],
      redirects: [{ path: '/old/twice' }],
    });
    const price = priceKey('Full price', 4_800);
    const person = { name: 'Ines', email: 'i@example.org', price, accessNeeds: null, nonce: aNonce() };
    expect(await post(addOutcome, `/${id}/participants`, person)).toMatchObject({ status: 'done' });
    expect((await page(id)).participants).toHaveLength(1);
    const { id: copy } = await post(duplicatedWorkshop, `/${id}/duplicate`, { day: '2027-10-30' });
    const draft = await documentsOf(cms.strapi, 'api::workshop.workshop').draft(copy);
    expect(draft).toMatchObject({
      title: 'Twice',
      opensDay: '2027-08-13',
      closesDay: '2027-10-28',
      redirects: [],
      prices: [{ label: 'Full price' }],
      sessions: [{ day: '2027-10-30' }, { day: '2027-11-06' }],
      startsAt: '2027-10-30T09:00:00.000Z',
      endsAt: '2027-11-06T12:00:00.000Z',
    });
    expect(draft.slug).not.toBe(slug);
    expect(await documentsOf(cms.strapi, 'api::workshop.workshop').draft(id)).toMatchObject({
      sessions: [{ day: '2027-03-20' }, { day: '2027-03-27' }],
    });
    await documentsOf(cms.strapi, 'api::workshop.workshop').publish(copy);
    expect(await page(copy)).toMatchObject({ participants: [], counts: { confirmed: 0, free: 3 } });
  });

  it('rejects days that are not in the future', async () => {
    const { id } = await publishWorkshop(cms);
    const { body } = await counsellor.post(`${base}/${id}/duplicate`).send({ day: '2020-01-01' }).expect(400);
    expect(body.error.message).toBe('Choose a day after today.');
  });
});

describe('a past workshop', () => {
  it('is listed as past, and attendees who are marked then get a thank-you email', async () => {
    const now = new Date('2026-06-01T09:00:00.000Z');
    const { id, slug } = await publishWorkshop(cms, {
      title: 'Long ago',
      sessions: [{ day: '2026-06-13', starts: '10:00:00.000', ends: '12:00:00.000' }],
    });
    const sent = aRegistration();
    const { number } = await registrationActions(cms.strapi).register(slug, sent, now);
    await registrationActions(cms.strapi).confirm((await confirmTokenFor(cms, sent.email)) ?? '', now);
    const { past } = await get(listedWorkshops, '');
    expect(past).toMatchObject([{ id, state: 'past' }]);
    await act(id, 'mark', { participants: [asRead(await person(id, number))], attended: true });
    expect(await emails({ to: sent.email, kind: 'thank-you' })).toHaveLength(1);
    expect(await statuses(id, 'cancel', { participants: [asRead(await person(id, number))], notify: true })).toEqual([
      'refused',
    ]);
    await counsellor.post(`${base}/${id}/cancel`).send({ message: '' }).expect(409);
  });
});
