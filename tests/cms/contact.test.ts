import {
  contactPageResponse,
  listedMessages,
  type MessageListName,
  messageOutcomeResponse,
  messagePreview,
  type OpenedMessage,
  openedMessage,
  personalData,
  privateEnquiryResponse,
  sentEnquiryResponse,
  spaceSendResponse,
  waitingMessages,
} from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataOf, type SignedIn, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { cmsPart } from '../support/cms-parts.ts';
import { aNonce, postAsWeb, spam } from '../support/comments.ts';
import { storedEmails } from '../support/emails.ts';
import { anEnquiry, sendEnquiry } from '../support/enquiries.ts';
import { publishWorkshop } from '../support/workshops.ts';

let cms: CmsHere;
let counsellor: SignedIn;

const own = (act: string, body: object) => postAsWeb(cms, `/api/private-enquiries/${act}`, body);
const look = async (token: string) =>
  privateEnquiryResponse.parse((await own('look', { token }).expect(200)).body).data;
const open = (number: number): Promise<OpenedMessage> =>
  dataOf(openedMessage, counsellor.post(`/quiet-room/messages/${number}/open`));
const act = async (number: number, what: string, body: object) =>
  (await dataOf(messageOutcomeResponse, counsellor.post(`/quiet-room/messages/${number}/${what}`).send(body))).outcome;
const numbersIn = async (list: MessageListName): Promise<number[]> =>
  (await dataOf(listedMessages, counsellor.get(`/quiet-room/messages?list=${list}`))).messages.map(
    ({ number }) => number,
  );
const emailsTo = async (to: string | null) =>
  (await storedEmails(cms.strapi, { to })).map(({ kind, state }) => `${kind} ${state}`);
const emailsAbout = (number: number) => storedEmails(cms.strapi, { about: `enquiry:${number}` });
const kindsAbout = async (number: number) => (await emailsAbout(number)).map(({ kind, state }) => `${kind} ${state}`);

const jobs = () =>
  cmsPart<Record<'remindCounsellor' | 'deleteOldEnquiries', (strapi: unknown, now: Date) => Promise<unknown>>>(
    'api/enquiry/scheduled.js',
  );
const daysAhead = (days: number): Date => new Date(Date.now() + days * 86_400_000);

beforeAll(async () => {
  cms = await startCmsHere();
  counsellor = await signIn(cms, cms.logins.counsellor);
});
afterAll(() => cms.stop());

describe('GET /api/contact', () => {
  it('promises a day, and names the workshops that are not over', async () => {
    const { slug } = await publishWorkshop(cms, { title: 'Ask me about it' });
    const { data } = contactPageResponse.parse((await cms.asWeb('/api/contact').expect(200)).body);
    expect(data.replyBy > new Date().toISOString().slice(0, 10)).toBe(true);
    expect(data).toMatchObject({ awayUntil: null, workshops: [{ slug, title: 'Ask me about it' }] });
    expect(data.kinds).toContain('space');
    expect(new Date(data.changesAt).getTime()).toBeGreaterThan(Date.now());
  });
});

describe('POST /api/enquiries', () => {
  it('stores a message with the emails that it causes', async () => {
    const sent = await sendEnquiry(cms, { email: 'Robin@Example.org' });
    expect(sent).toMatchObject({ kind: 'enquiry', channel: 'email', confirms: true, earlier: null });
    expect(await kindsAbout(sent.number)).toEqual(['enquiry-received queued', 'message-waiting queued']);
    const [received, waiting] = await emailsAbout(sent.number);
    expect(received).toMatchObject({ to: 'Robin@example.org', subject: 'We have your message' });
    expect(received?.text).toContain(`/your-message/${sent.token}`);
    // Nothing of it is in an email that goes to a typed address, or that lies on a table.
    expect(`${received?.text}${waiting?.text}`).not.toMatch(/next week|Evenings/);
    expect(await look(sent.token)).toMatchObject({
      number: sent.number,
      state: 'open',
      replyBy: sent.replyBy,
      mayAdd: true,
      deletedOn: null,
    });
  });

  it('stores the same form once, and a changed one again', async () => {
    const body = anEnquiry();
    const first = sentEnquiryResponse.parse((await postAsWeb(cms, '/api/enquiries', body).expect(201)).body).data;
    const again = sentEnquiryResponse.parse((await postAsWeb(cms, '/api/enquiries', body).expect(200)).body).data;
    expect(again).toEqual(first);
    const changed = sentEnquiryResponse.parse(
      (await postAsWeb(cms, '/api/enquiries', { ...body, text: 'Something else.' }).expect(201)).body,
    ).data;
    expect(changed.earlier?.token).toBe(first.token);
  });

  it('stores the same form once when it is sent twice at the same moment', async () => {
    const body = anEnquiry();
    const both = await Promise.all([0, 1].map(() => postAsWeb(cms, '/api/enquiries', body)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect(await emailsTo(String(body.email))).toEqual(['enquiry-received queued']);
  });

  it('names each wrong field', async () => {
    const answer = await postAsWeb(
      cms,
      '/api/enquiries',
      anEnquiry({ kind: 'workshop', email: 'nobody', text: '', workshop: 'no-such-one' }),
    ).expect(400);
    expect(answer.body.error.details.issues).toEqual([
      { path: ['email'], code: 'not-an-address' },
      { path: ['text'], code: 'missing' },
    ]);
    const unknown = await postAsWeb(cms, '/api/enquiries', anEnquiry({ kind: 'workshop', workshop: 'no-such-one' }));
    expect(unknown.body.error.details.issues).toEqual([{ path: ['workshop'], code: 'no-such-workshop' }]);
  });

  it('keeps a phone number, and sends no email to anybody else', async () => {
    const sent = await sendEnquiry(cms, {
      channel: 'phone',
      phone: '0113 496 0142',
      mayLeaveMessage: true,
      goodTimes: 'After six',
    });
    expect(sent.confirms).toBe(false);
    expect(await kindsAbout(sent.number)).toEqual(['message-waiting queued']);
    expect(await open(sent.number)).toMatchObject({
      email: null,
      phone: '0113 496 0142',
      mayLeaveMessage: true,
      goodTimes: 'After six',
    });
  });

  it('marks and announces a message whose writer may be in danger', async () => {
    const { number } = await sendEnquiry(cms, { text: 'I want to kill myself tonight. I have the pills here.' });
    expect(await kindsAbout(number)).toContain('message-today queued');
    expect((await numbersIn('open'))[0]).toBe(number);
    expect(await open(number)).toMatchObject({ care: { kind: 'self', urgent: true }, isSpam: false });
  });

  it('answers suspected spam like anything else, and keeps it apart until somebody has looked', async () => {
    const sent = await sendEnquiry(cms, { name: spam.name, text: spam.text });
    expect(await kindsAbout(sent.number)).toEqual([]);
    expect(await numbersIn('spam')).toEqual([sent.number]);
    // On the next working day, she is told to look.
    const monday = new Date('2030-01-07T09:00:00Z');
    expect(await jobs().remindCounsellor(cms.strapi, monday)).toBe(true);
    const [reminder] = await storedEmails(cms.strapi, { kind: 'messages-due' });
    expect(reminder?.text).toContain('looks like spam');
    const { version } = await open(sent.number);
    expect(await act(sent.number, 'spam', { version, isSpam: false })).toEqual({ status: 'done' });
    expect(await numbersIn('open')).toContain(sent.number);
  });
});

describe('a private link of a message', () => {
  it('adds to the message, which is open again', async () => {
    const { number, token } = await sendEnquiry(cms);
    const { version } = await open(number);
    expect(await act(number, 'answered', { version, answered: true })).toEqual({ status: 'done' });
    expect(await look(token)).toMatchObject({ state: 'answered', replyBy: null });
    const addition = { token, text: 'Tuesday would be even better.', nonce: aNonce() };
    await own('add', addition).expect(200);
    const after = privateEnquiryResponse.parse((await own('add', addition).expect(200)).body).data;
    expect(after).toMatchObject({ state: 'open', additions: [{ text: 'Tuesday would be even better.' }] });
    // What was on her screen before is not what is answered.
    expect(await act(number, 'answered', { version, answered: true })).toEqual({ status: 'changed' });
    expect((await open(number)).steps.map(({ kind }) => kind)).toEqual(['answered', 'addition']);
  });

  it('withdraws it with everything that belongs to it', async () => {
    const { number, token } = await sendEnquiry(cms, { text: 'A secret lighthouse.' });
    await own('add', { token, text: 'Another secret lighthouse.', nonce: aNonce() }).expect(200);
    await own('withdraw', { token }).expect(200);
    await own('look', { token }).expect(404);
    await counsellor.post(`/quiet-room/messages/${number}/open`).expect(404);
    expect((await emailsAbout(number)).every(({ state, text }) => state === 'cancelled' && text === null)).toBe(true);
    expect(await cms.strapi.db.connection('enquiry_steps').where({ enquiry_id: number })).toEqual([]);
  });

  it('opens nothing when a part of it is wrong', async () => {
    const { token } = await sendEnquiry(cms);
    const wrong = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    for (const what of ['look', 'withdraw']) await own(what, { token: wrong }).expect(404);
    await own('add', { token: wrong, text: 'Hello there', nonce: aNonce() }).expect(404);
  });
});

describe('the counsellor', () => {
  it('answers by email once, however often the button is pressed', async () => {
    const { number } = await sendEnquiry(cms, { email: 'answered@example.org' });
    const { version } = await open(number);
    const text = 'Yes, gladly.\n\nTuesday at six?';
    const preview = await dataOf(
      messagePreview,
      counsellor.post(`/quiet-room/messages/${number}/preview`).send({ text }),
    );
    expect(preview.to).toBe('answered@example.org');
    const reply = { version, text, nonce: aNonce() };
    expect(await act(number, 'reply', reply)).toEqual({ status: 'done' });
    expect(await act(number, 'reply', reply)).toEqual({ status: 'done' });
    expect(await act(number, 'reply', { ...reply, text: 'Another one.' })).toMatchObject({ status: 'refused' });
    const sent = (await emailsAbout(number)).filter(({ kind }) => kind === 'enquiry-reply');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).toBe(preview.text);
    expect(sent[0]?.text).toContain('> Could we talk some time next week?');
    expect(sent[0]?.headers).toMatchObject({ 'Reply-To': expect.stringContaining('@') });
    expect(await numbersIn('answered')).toContain(number);
    expect((await open(number)).deletedOn).not.toBeNull();
  });

  it('records what was done about a complaint until it is acknowledged', async () => {
    const { number } = await sendEnquiry(cms, { kind: 'data-complaint', text: 'You sent me an email twice.' });
    expect((await open(number)).deadline).toMatchObject({ duty: 'acknowledge' });
    const note = { kind: 'note', text: 'Rang the web team.', nonce: aNonce() };
    await act(number, 'step', note);
    await act(number, 'step', note);
    await act(number, 'step', { kind: 'acknowledged', nonce: aNonce() });
    const { deadline, steps } = await open(number);
    expect([deadline, steps.map(({ kind }) => kind)]).toEqual([null, ['note', 'acknowledged']]);
  });

  it('tells the first on the list of space, each person once', async () => {
    for (const email of ['a@example.org', 'A@example.org', 'b@example.org', 'c@example.org'])
      await sendEnquiry(cms, { kind: 'space', email, text: null });
    const tell = { text: 'There is an hour free on Thursdays.', first: 2, nonce: aNonce() };
    const send = () => dataOf(spaceSendResponse, counsellor.post('/quiet-room/messages/space/send').send(tell));
    expect(await send()).toEqual({ sent: 2, left: 1 });
    expect(await send()).toEqual({ sent: 2, left: 1 });
    const told = await storedEmails(cms.strapi, { kind: 'space-available' });
    expect(told.map(({ to }) => to)).toEqual(['a@example.org', 'b@example.org']);
    // Still there until their email was sent, so that erasing finds it; then gone with the next night.
    await jobs().deleteOldEnquiries(cms.strapi, new Date());
    expect(await cms.strapi.db.connection('enquiries').where({ kind: 'space' })).toHaveLength(3);
    await cms.strapi.db.connection('emails').where({ kind: 'space-available' }).update({ state: 'sent' });
    await jobs().deleteOldEnquiries(cms.strapi, new Date());
    expect(await cms.strapi.db.connection('enquiries').where({ kind: 'space' })).toHaveLength(1);
    await jobs().deleteOldEnquiries(cms.strapi, daysAhead(91));
    expect(await cms.strapi.db.connection('enquiries').where({ kind: 'space' })).toHaveLength(0);
  });

  it('is the only one who reads messages', async () => {
    const { number } = await sendEnquiry(cms);
    const webTeam = await signIn(cms, cms.logins.webTeam);
    await webTeam.get('/quiet-room/messages').expect(403);
    await webTeam.post(`/quiet-room/messages/${number}/open`).expect(403);
    await cms.anonymously('/quiet-room/messages').expect(401);
    await cms.anonymously('/api/contact').expect(401);
  });

  it('is reminded of what was promised, on a working day, and once a week', async () => {
    await cms.strapi.db.connection('emails').where({ kind: 'messages-due' }).delete();
    await cms.strapi.db.connection('enquiries').update({ reminded_at: new Date() });
    const { replyBy } = await sendEnquiry(cms);
    const morning = (day: string | null): Date => new Date(`${day}T09:00:00Z`);
    const before = new Date(Date.now() - 86_400_000);
    expect(await jobs().remindCounsellor(cms.strapi, before)).toBe(false);
    expect(await jobs().remindCounsellor(cms.strapi, morning(replyBy))).toBe(true);
    expect(await jobs().remindCounsellor(cms.strapi, morning(replyBy))).toBe(false);
    const waiting = await dataOf(waitingMessages, counsellor.get('/quiet-room/messages/waiting'));
    expect(waiting.count).toBeGreaterThan(0);
    expect(waiting.first.length).toBeLessThanOrEqual(5);
  });
});

describe('what somebody sent through the contact form', () => {
  it('is found and erased with the address', async () => {
    const email = 'quinn.lighthouse@example.org';
    const { number, token } = await sendEnquiry(cms, { email, text: 'I live in a lighthouse.' });
    await own('add', { token, text: 'It has a green door.', nonce: aNonce() }).expect(200);
    const found = await dataOf(
      personalData,
      counsellor.post('/quiet-room/privacy/find').send({ address: 'Quinn.Lighthouse@example.org' }),
    );
    expect(found.enquiries).toMatchObject([
      { number, text: 'I live in a lighthouse.', steps: [{ kind: 'addition', text: 'It has a green door.' }] },
    ]);
    const erased = await counsellor.post('/quiet-room/privacy/erase').send({ address: email }).expect(200);
    expect(erased.body.data).toMatchObject({ enquiries: 1, addresses: 1 });
    await own('look', { token }).expect(404);
    expect(await emailsAbout(number)).toEqual([]);
  });

  it('is deleted some time after it was answered, and never before', async () => {
    const waiting = await sendEnquiry(cms);
    const answered = await sendEnquiry(cms);
    const { version } = await open(answered.number);
    await act(answered.number, 'answered', { version, answered: true });
    await jobs().deleteOldEnquiries(cms.strapi, daysAhead(89));
    expect((await look(answered.token)).state).toBe('answered');
    await jobs().deleteOldEnquiries(cms.strapi, daysAhead(1_000));
    await own('look', { token: answered.token }).expect(404);
    expect((await look(waiting.token)).state).toBe('open');
  });
});
