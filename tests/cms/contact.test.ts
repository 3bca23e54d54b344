import { contactPageResponse, personalData, privateEnquiryResponse, sentEnquiryResponse } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataOf, type SignedIn, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { aNonce, postAsWeb, spam } from '../support/comments.ts';
import { storedEmails } from '../support/emails.ts';
import { anEnquiry, messageJobs, messagesOf, sendEnquiry } from '../support/enquiries.ts';
import { publishWorkshop } from '../support/workshops.ts';

let cms: CmsHere;
let counsellor: SignedIn;
let messages: ReturnType<typeof messagesOf>;

const own = (act: string, body: object) => postAsWeb(cms, `/api/private-enquiries/${act}`, body);
const look = async (token: string) =>
  privateEnquiryResponse.parse((await own('look', { token }).expect(200)).body).data;
const emailsTo = async (to: string | null) =>
  (await storedEmails(cms.strapi, { to })).map(({ kind, state }) => `${kind} ${state}`);
const emailsAbout = (number: number) => storedEmails(cms.strapi, { about: `enquiry:${number}` });
const kindsAbout = async (number: number) => (await emailsAbout(number)).map(({ kind, state }) => `${kind} ${state}`);

const daysAhead = (days: number): Date => new Date(Date.now() + days * 86_400_000);

beforeAll(async () => {
  cms = await startCmsHere();
  counsellor = await signIn(cms, cms.logins.counsellor);
  messages = messagesOf(counsellor);
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
    // The address may be somebody else's.
    expect(received?.text).not.toContain('/your-message/');
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

  it('stores the same text once when its writer goes back and sends it with a new form', async () => {
    const { name, email, text } = anEnquiry();
    const same = { name, email, text };
    const first = await sendEnquiry(cms, same);
    const again = await postAsWeb(cms, '/api/enquiries', anEnquiry(same)).expect(200);
    expect(sentEnquiryResponse.parse(again.body).data).toEqual(first);
    // Without a text, anybody can send the same.
    const wordless = { ...same, text: null };
    expect((await sendEnquiry(cms, wordless)).token).not.toBe((await sendEnquiry(cms, wordless)).token);
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
    expect(await messages.open(sent.number)).toMatchObject({
      email: null,
      phone: '0113 496 0142',
      mayLeaveMessage: true,
      goodTimes: 'After six',
    });
  });

  it('marks and announces a message whose writer may be in danger', async () => {
    const { number } = await sendEnquiry(cms, { text: 'I want to kill myself tonight. I have the pills here.' });
    expect(await kindsAbout(number)).toContain('message-today queued');
    expect((await messages.numbersIn('open'))[0]).toBe(number);
    expect(await messages.open(number)).toMatchObject({ care: { kind: 'self', urgent: true }, isSpam: false });
  });

  it('answers suspected spam like anything else, and keeps it apart until somebody has looked', async () => {
    const sent = await sendEnquiry(cms, { name: spam.name, text: spam.text });
    expect(await kindsAbout(sent.number)).toEqual([]);
    expect(await messages.numbersIn('spam')).toEqual([sent.number]);
    // On the next working day, she is told to look.
    const monday = new Date('2030-01-07T09:00:00Z');
    expect(await messageJobs().remindCounsellor(cms.strapi, monday)).toBe(true);
    const [reminder] = await storedEmails(cms.strapi, { kind: 'messages-due' });
    expect(reminder?.text).toContain('looks like spam');
    const { version } = await messages.open(sent.number);
    expect(await messages.act(sent.number, 'spam', { version, isSpam: false })).toEqual({ status: 'done' });
    expect(await messages.numbersIn('open')).toContain(sent.number);
  });
});

describe('a private link of a message', () => {
  it('adds to the message, which is open again', async () => {
    const { number, token } = await sendEnquiry(cms);
    const { version } = await messages.open(number);
    expect(await messages.act(number, 'answered', { version, answered: true })).toEqual({ status: 'done' });
    expect(await look(token)).toMatchObject({ state: 'answered', replyBy: null });
    const addition = { token, text: 'Tuesday would be even better.', nonce: aNonce() };
    await own('add', addition).expect(200);
    const after = privateEnquiryResponse.parse((await own('add', addition).expect(200)).body).data;
    expect(after).toMatchObject({ state: 'open', additions: [{ text: 'Tuesday would be even better.' }] });
    // What was on her screen before is not what is answered.
    expect(await messages.act(number, 'answered', { version, answered: true })).toEqual({ status: 'changed' });
    expect((await messages.open(number)).steps.map(({ kind }) => kind)).toEqual(['answered', 'addition']);
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
    const { version } = await messages.open(answered.number);
    await messages.act(answered.number, 'answered', { version, answered: true });
    await messageJobs().deleteOldEnquiries(cms.strapi, daysAhead(89));
    expect((await look(answered.token)).state).toBe('answered');
    await messageJobs().deleteOldEnquiries(cms.strapi, daysAhead(1_000));
    await own('look', { token: answered.token }).expect(404);
    expect((await look(waiting.token)).state).toBe('open');
  });
});
