import {
  confirmedRegistrationResponse,
  privateRegistrationResponse,
  type Refusal,
  registrationReceiptResponse,
  type WorkshopWithParticipants,
} from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { cmsPart } from '../support/cms-parts.ts';
import { postAsWeb } from '../support/comments.ts';
import { storedEmails } from '../support/emails.ts';
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
const at = (slug: string): string => `/api/workshops/${slug}/registrations`;
const send = (slug: string, body: object) => postAsWeb(cms, at(slug), body);
const own = (act: string, body: object) => postAsWeb(cms, `/api/private-registrations/${act}`, body);

const workshopPage = (...args: [CmsHere['strapi'], string, Date]) =>
  cmsPart<{ workshopPage: (...args: [CmsHere['strapi'], string, Date]) => Promise<WorkshopWithParticipants | null> }>(
    'api/workshop/participants/participants-page.js',
  ).workshopPage(...args);

const register = async (slug: string, over: object = {}) => {
  const sent = aRegistration(over);
  const answer = await send(slug, sent).expect(201);
  return { sent, ...registrationReceiptResponse.parse(answer.body).data };
};
const confirm = async (email: string) => {
  const token = await confirmTokenFor(cms, email);
  return confirmedRegistrationResponse.parse((await own('confirm', { token }).expect(200)).body).data;
};
const look = async (token: string) =>
  privateRegistrationResponse.parse((await own('look', { token }).expect(200)).body).data;

beforeAll(async () => {
  cms = await startCmsHere();
});
afterAll(() => cms.stop());

describe('POST /api/workshops/:slug/registrations, and POST /api/private-registrations/confirm', () => {
  it('reserve a seat until the address is confirmed', async () => {
    const { slug } = await publishWorkshop(cms, {
      title: 'Held',
      prices: [
        { label: 'Full price', amount: 48 },
        { label: 'If money is tight', amount: 24.5 },
      ],
    });
    const { sent, token, reserved, until, number } = await register(slug, {
      price: priceKey('If money is tight', 2_450),
      accessNeeds: 'A chair near the door.',
      consent: true,
    });
    expect(reserved).toBe('seat');
    expect(new Date(until).getTime() - Date.now()).toBeGreaterThan(23.9 * 3_600_000);
    expect(await look(token)).toMatchObject({
      number,
      state: 'unconfirmed',
      reserved: 'seat',
      price: { label: 'If money is tight', pence: 2450 },
      accessNeeds: 'A chair near the door.',
      joining: null,
    });
    const confirmed = await confirm(sent.email);
    expect(confirmed.state).toBe('confirmed');
    // Whoever registered need not be whoever confirmed: the link from before has ended.
    await own('look', { token }).expect(404);
    expect(await look(confirmed.token)).toMatchObject({
      state: 'confirmed',
      until: null,
      joining: 'Ring the lower bell.',
      canChange: true,
    });
    expect((await storedEmails(cms.strapi, { to: sent.email })).map(({ kind }) => kind)).toEqual([
      'confirm-place',
      'place-confirmed',
    ]);
    // As often as it is pressed.
    expect(await confirm(sent.email)).toEqual(confirmed);
    expect(await storedEmails(cms.strapi, { to: sent.email })).toHaveLength(2);
  });

  it('put visitors of a full workshop on the waitlist', async () => {
    const { slug } = await publishWorkshop(cms, { title: 'Full', capacity: 1 });
    const first = await register(slug);
    const second = await register(slug);
    expect([first.reserved, second.reserved]).toEqual(['seat', 'waitlist']);
    const { token, state } = await confirm(second.sent.email);
    expect(state).toBe('waitlisted');
    expect(await look(token)).toMatchObject({ state: 'waitlisted', ahead: 0 });
    await own('cancel', { token: first.token }).expect(200);
    expect(await look(token)).toMatchObject({ state: 'offered' });
    await own('accept', { token }).expect(200);
    expect(await look(token)).toMatchObject({ state: 'confirmed' });
    expect(
      (await storedEmails(cms.strapi, { to: second.sent.email })).map(({ kind, state }) => `${kind} ${state}`),
    ).toEqual(
      ['confirm-place queued', 'waitlist-joined queued', 'seat-offered cancelled', 'place-confirmed queued'].filter(
        (one) => !one.includes('cancelled'),
      ),
    );
    expect(await brokenInvariants(cms)).toEqual([]);
  });

  it('respond alike to a registered address, and tell only its owner', async () => {
    const { slug } = await publishWorkshop(cms, { title: 'Twice', capacity: 2 });
    const first = await register(slug);
    await confirm(first.sent.email);
    const again = await register(slug, { email: first.sent.email.toUpperCase() });
    expect(again.reserved).toBe('seat');
    expect(await look(again.token)).toMatchObject({ state: 'unconfirmed', reserved: 'seat' });
    expect((await storedEmails(cms.strapi, { to: first.sent.email })).map(({ kind }) => kind)).toEqual([
      'confirm-place',
      'place-confirmed',
      'already-registered',
    ]);
    // It holds the second place for a day, as a new address would: the number of free places tells nobody anything.
    expect((await register(slug)).reserved).toBe('waitlist');
    expect(await brokenInvariants(cms)).toEqual([]);
  });

  it('delete an unconfirmed registration after a day, also if it was cancelled, and show no decoy to the counsellor', async () => {
    const { slug, id } = await publishWorkshop(cms, { title: 'Cancelled unconfirmed', capacity: 3 });
    const participant = await register(slug);
    await confirm(participant.sent.email);
    const [pending, decoy] = [await register(slug), await register(slug, { email: participant.sent.email })];
    const actions = registrationActions(cms.strapi);
    const [shown, decoyShown] = [
      await actions.cancel(pending.token, new Date()),
      await actions.cancel(decoy.token, new Date()),
    ];
    // The visitor can't tell from the answer whether the address was registered already.
    const alike = { state: 'cancelled', until: null, canChange: false };
    expect([shown, decoyShown]).toMatchObject([alike, alike]);
    await actions.cancel(decoy.token, new Date());

    const listed = async (): Promise<[string, string][]> =>
      ((await workshopPage(cms.strapi, id, new Date()))?.participants ?? []).map(({ email, state }) => [email, state]);
    expect(await listed()).toEqual([
      [participant.sent.email, 'confirmed'],
      [pending.sent.email, 'cancelled'],
    ]);
    const inOneDay = new Date(Date.now() + 24 * 3_600_000);
    const countRows = async (): Promise<number> =>
      cms.strapi.db.query('api::workshop.registration').count({ where: { workshopId: id } });
    await actions.expire(new Date(inOneDay.getTime() - 60_000));
    expect(await countRows()).toBe(3);
    await actions.expire(inOneDay);
    expect(await countRows()).toBe(1);
    expect(await listed()).toEqual([[participant.sent.email, 'confirmed']]);
    expect(await storedEmails(cms.strapi, { to: pending.sent.email })).toEqual([]);
    expect(await brokenInvariants(cms)).toEqual([]);
  });

  it('create one registration for twenty requests with one form', async () => {
    const { slug, id } = await publishWorkshop(cms, { title: 'Pressed often' });
    const sent = aRegistration();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(slug, sent)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 19 }, () => 200), 201]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await cms.strapi.db.connection('workshop_seats').where({ workshop_id: id }).first('taken')).toEqual({
      taken: 1,
    });
  });

  it('create another one when the form is changed and sent again, with an email to the address that is named', async () => {
    const { slug, id } = await publishWorkshop(cms, { title: 'Mended address' });
    const wrong = aRegistration({ email: 'marnei@example.org' });
    const first = registrationReceiptResponse.parse((await send(slug, wrong).expect(201)).body).data;
    const mended = { ...wrong, email: 'marnie@example.org' };
    const second = registrationReceiptResponse.parse((await send(slug, mended).expect(201)).body).data;
    expect(first.earlier).toBeNull();
    expect(second).toMatchObject({ earlier: { email: wrong.email, token: first.token } });
    expect(second.number).not.toBe(first.number);
    for (const email of [wrong.email, mended.email])
      expect((await storedEmails(cms.strapi, { to: email })).map(({ kind }) => kind)).toEqual(['confirm-place']);
    // Each of them sent once more is answered as it was at first.
    expect((await send(slug, wrong).expect(200)).body).toMatchObject({ data: first });
    expect((await send(slug, mended).expect(200)).body).toMatchObject({ data: second });
    expect(await cms.strapi.db.connection('registrations').where({ workshop_id: id })).toHaveLength(2);
    expect(await brokenInvariants(cms)).toEqual([]);
  });

  it('never give out the link that replaced the first one, however often the form is sent', async () => {
    const { slug } = await publishWorkshop(cms, { title: 'Sent after confirming' });
    const { sent, token } = await register(slug);
    const confirmed = await confirm(sent.email);
    const again = registrationReceiptResponse.parse((await send(slug, sent).expect(200)).body).data;
    expect(again.token).toBe(token);
    expect(again.token).not.toBe(confirmed.token);
    expect(new Date(again.until).getTime()).toBeGreaterThan(Date.now());
  });

  it('take the price that the form showed, whatever is inserted before it, and no other amount', async () => {
    const price = (label: string, amount: number) => ({ label, amount });
    const { slug, id } = await publishWorkshop(cms, {
      title: 'Early bird',
      prices: [price('Full price', 48), price('Concession', 24)],
    });
    const workshops = documentsOf(cms.strapi, 'api::workshop.workshop');
    await workshops.update(id, {
      prices: [price('Early bird', 30), price('Full price', 52), price('Concession', 24)],
    });
    await workshops.publish(id);
    const { token } = await register(slug, { price: priceKey('Concession', 2_400) });
    expect(await look(token)).toMatchObject({ price: { label: 'Concession', pence: 2_400 } });
    const raised = await send(slug, aRegistration({ price: priceKey('Full price', 4_800) })).expect(400);
    expect((raised.body as Refusal).error.details?.issues).toEqual([{ path: ['price'], code: 'no-such-price' }]);
  });

  it('name each invalid field and its error', async () => {
    const { slug } = await publishWorkshop(cms, { title: 'Faults', prices: [{ label: 'Full price', amount: 48 }] });
    const wrong = await send(slug, {
      ...aRegistration(),
      name: ' ',
      email: 'nobody',
      accessNeeds: 'A lift.',
      consent: false,
    }).expect(400);
    expect((wrong.body as Refusal).error.details?.issues).toEqual([
      { path: ['name'], code: 'missing' },
      { path: ['email'], code: 'not-an-address' },
      { path: ['consent'], code: 'no-consent' },
    ]);
    const issues = async (price: string | null) =>
      ((await send(slug, aRegistration({ price })).expect(400)).body as Refusal).error.details?.issues;
    expect(await issues(null)).toEqual([{ path: ['price'], code: 'missing' }]);
    expect(await issues(priceKey('Full price', 4_700))).toEqual([{ path: ['price'], code: 'no-such-price' }]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['is not open yet', { opensDay: '2027-01-01' }],
    ['has closed', { closesDay: '2026-01-01' }],
    ['is over', { sessions: [{ day: '2026-01-10', starts: '10:00:00.000', ends: '12:00:00.000' }] }],
  ])('refuse a workshop that %s', async (name, fields) => {
    const { slug } = await publishWorkshop(cms, { title: `Refused when it ${name}`, ...fields });
    await send(slug, aRegistration()).expect(409);
    await send('there-is-none', aRegistration()).expect(404);
  });
});

describe('a private registration', () => {
  it('is returned by POST /api/private-registrations/look, and changed by POST /api/private-registrations/change unless it was changed meanwhile', async () => {
    const { slug } = await publishWorkshop(cms, { title: 'Changing' });
    const { sent } = await register(slug);
    const { token } = await confirm(sent.email);
    const { version } = await look(token);
    const change = { token, version, certificateName: 'Dr Robin Ash', accessNeeds: 'A quiet corner.', consent: true };
    const { body } = await own('change', change).expect(200);
    expect(body).toMatchObject({
      data: { certificateName: 'Dr Robin Ash', accessNeeds: 'A quiet corner.', name: sent.name },
    });
    await own('change', { ...change, accessNeeds: 'Something else.' }).expect(409);
    await own('change', { ...change, version: version + 1, consent: false }).expect(400);
  });

  it('is managed by POST /api/private-registrations/cancel, /accept, /decline and /calendar, with 409 for what is not possible', async () => {
    const { slug } = await publishWorkshop(cms, { title: 'Acts', capacity: 1 });
    const registered = [await register(slug), await register(slug), await register(slug)];
    const confirmed: { token: string }[] = [];
    for (const { sent } of registered) confirmed.push(await confirm(sent.email));
    const [a = { token: '' }, b = { token: '' }, c = { token: '' }] = confirmed;
    await own('accept', { token: b.token }).expect(409);
    await own('decline', { token: b.token }).expect(409);
    await own('calendar', { token: b.token }).expect(409);
    const file = (await own('calendar', { token: a.token }).expect(200)).body as { data: { ics: string } };
    expect(file.data.ics).toContain('SUMMARY:Workshop');
    await own('cancel', { token: a.token }).expect(200);
    await own('cancel', { token: a.token }).expect(200);
    expect([await look(b.token), await look(c.token)].map(({ state, ahead }) => [state, ahead])).toEqual([
      ['offered', null],
      ['waitlisted', 0],
    ]);
    await own('decline', { token: b.token }).expect(200);
    expect([await look(b.token), await look(c.token)].map(({ state }) => state)).toEqual(['expired', 'offered']);
    expect(await brokenInvariants(cms)).toEqual([]);
  });

  it('opens with its own links only', async () => {
    const { slug } = await publishWorkshop(cms, { title: 'Links' });
    const { token, sent } = await register(slug);
    const confirmation = (await confirmTokenFor(cms, sent.email)) ?? '';
    await own('look', { token: token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) }).expect(404);
    await own('confirm', { token: confirmation.replace(/^\d+/, (number) => String(Number(number) + 1)) }).expect(404);
    await own('look', { token: confirmation }).expect(400);
    await own('confirm', { token }).expect(400);
  });
});

describe('the data of participants', () => {
  it('is deleted on the announced day, also after the workshop was cancelled, unpublished and lost its sessions', async () => {
    const { slug, id } = await publishWorkshop(cms, { title: 'Never again' });
    const { token } = await register(slug);
    const { deletedOn } = await look(token);
    const documents = documentsOf(cms.strapi, 'api::workshop.workshop');
    const { cancelWorkshop, forget } = registrationActions(cms.strapi);
    await cancelWorkshop(id, null, new Date());
    await documents.unpublish(id);
    await documents.update(id, { sessions: [] });
    const left = () =>
      cms.strapi.db.connection('registrations').where({ workshop_id: id }).count<{ n: number | string }[]>({ n: '*' });
    await forget(new Date(new Date(deletedOn).getTime() - 2 * 86_400_000));
    expect(Number((await left())[0]?.n)).toBe(1);
    await forget(new Date(new Date(deletedOn).getTime() + 86_400_000));
    expect(Number((await left())[0]?.n)).toBe(0);
  });
});
