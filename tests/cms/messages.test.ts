import { messagePreview, practiceResponse, spaceList, spaceSendResponse, waitingMessages } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataOf, type SignedIn, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { cmsPart } from '../support/cms-parts.ts';
import { aNonce } from '../support/comments.ts';
import { storedEmails } from '../support/emails.ts';
import { messageJobs, messagesOf, sendEnquiry } from '../support/enquiries.ts';
import { documentsOf } from '../support/written.ts';

let cms: CmsHere;
let counsellor: SignedIn;
let messages: ReturnType<typeof messagesOf>;

const emailsAbout = (number: number) => storedEmails(cms.strapi, { about: `enquiry:${number}` });

const daysAhead = (days: number): Date => new Date(Date.now() + days * 86_400_000);

beforeAll(async () => {
  cms = await startCmsHere();
  counsellor = await signIn(cms, cms.logins.counsellor);
  messages = messagesOf(counsellor);
});
afterAll(() => cms.stop());

describe('the counsellor', () => {
  it('answers by email once, however often the button is pressed', async () => {
    const { number } = await sendEnquiry(cms, { email: 'answered@example.org' });
    const { version } = await messages.open(number);
    const text = 'Yes, gladly.\n\nTuesday at six?';
    const preview = await dataOf(
      messagePreview,
      counsellor.post(`/quiet-room/messages/${number}/preview`).send({ text }),
    );
    expect(preview.to).toBe('answered@example.org');
    const reply = { version, text, nonce: aNonce() };
    expect(await messages.act(number, 'reply', reply)).toEqual({ status: 'done' });
    expect(await messages.act(number, 'reply', reply)).toEqual({ status: 'done' });
    expect(await messages.act(number, 'reply', { ...reply, text: 'Another one.' })).toMatchObject({
      status: 'refused',
    });
    const sent = (await emailsAbout(number)).filter(({ kind }) => kind === 'enquiry-reply');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).toBe(preview.text);
    expect(sent[0]?.text).toContain('> Could we talk some time next week?');
    expect(sent[0]?.headers).toMatchObject({ 'Reply-To': expect.stringContaining('@') });
    expect(await messages.numbersIn('answered')).toContain(number);
    expect((await messages.open(number)).deletedOn).not.toBeNull();
  });

  it('records what was done about a complaint until it is acknowledged', async () => {
    const { number } = await sendEnquiry(cms, { kind: 'data-complaint', text: 'You sent me an email twice.' });
    expect((await messages.open(number)).deadline).toMatchObject({ duty: 'acknowledge' });
    const note = { kind: 'note', text: 'Rang the web team.', nonce: aNonce() };
    await messages.act(number, 'step', note);
    await messages.act(number, 'step', note);
    await messages.act(number, 'step', { kind: 'acknowledged', nonce: aNonce() });
    const { deadline, steps } = await messages.open(number);
    expect([deadline, steps.map(({ kind }) => kind)]).toEqual([null, ['note', 'acknowledged']]);
  });

  it('tells the first on the list of space, each person once', async () => {
    for (const email of ['a@example.org', 'A@example.org', 'b@example.org', 'c@example.org'])
      await sendEnquiry(cms, { kind: 'space', email, text: null });
    const tell = { text: 'There is an hour free on Thursdays.', first: 2, nonce: aNonce() };
    expect(await dataOf(spaceList, counsellor.get('/quiet-room/messages/space'))).toEqual({
      people: 3,
      counsellor: 'Your name',
    });
    const send = () => dataOf(spaceSendResponse, counsellor.post('/quiet-room/messages/space/send').send(tell));
    expect(await send()).toEqual({ sent: 2, left: 1 });
    expect(await send()).toEqual({ sent: 2, left: 1 });
    const told = await storedEmails(cms.strapi, { kind: 'space-available' });
    expect(told.map(({ to }) => to)).toEqual(['a@example.org', 'b@example.org']);
    // Still there until their email was sent, so that erasing finds it; then gone with the next night.
    await messageJobs().deleteOldEnquiries(cms.strapi, new Date());
    expect(await cms.strapi.db.connection('enquiries').where({ kind: 'space' })).toHaveLength(3);
    await cms.strapi.db.connection('emails').where({ kind: 'space-available' }).update({ state: 'sent' });
    await messageJobs().deleteOldEnquiries(cms.strapi, new Date());
    expect(await cms.strapi.db.connection('enquiries').where({ kind: 'space' })).toHaveLength(1);
    await messageJobs().deleteOldEnquiries(cms.strapi, daysAhead(91));
    expect(await cms.strapi.db.connection('enquiries').where({ kind: 'space' })).toHaveLength(0);
  });

  it('gets a checklist and saved replies for a private message, whose sender can be reached', async () => {
    const { number } = await sendEnquiry(cms, { text: 'I don’t want to live any more.' });
    const { care, checklist, savedReplies, keepDays } = await messages.open(number);
    expect([care?.kind, keepDays]).toEqual(['self', 90]);
    expect(checklist.join()).not.toMatch(/approve|on hold|who or where they are|page/);
    expect(checklist.join()).toMatch(/999.*today.*116 123.*own records/);
    const titles = savedReplies.map(({ title }) => title);
    expect(titles).toContain('No space at the moment');
    expect(titles).toContain('A child may be at risk');
    expect(titles).not.toContain('Thank you');
    expect(titles).not.toContain('Please contact me privately');
  });

  it('writes a checklist of her own for messages, and keeps the usual one while it is empty', async () => {
    const { number } = await sendEnquiry(cms);
    const save = (fields: object) =>
      counsellor.put('/content-manager/single-types/api::practice.practice').send(fields).expect(200);
    const usual = (await messages.open(number)).checklist;
    await save({ checklist: 'For comments', messageChecklist: 'One step\n\nAnother' });
    expect((await messages.open(number)).checklist).toEqual(['One step', 'Another']);
    await save({ messageChecklist: null });
    expect((await messages.open(number)).checklist).toEqual(usual);
    const replies = [
      { title: 'From before', text: 'A', usedFor: null },
      { title: 'Letters', text: 'B', usedFor: 'messages' },
      { title: 'Everywhere', text: 'C', usedFor: 'comments and messages' },
    ];
    await save({ savedReplies: replies });
    expect((await messages.open(number)).savedReplies).toEqual([
      { title: 'Letters', text: 'B' },
      { title: 'Everywhere', text: 'C' },
    ]);
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
    expect(await messageJobs().remindCounsellor(cms.strapi, before)).toBe(false);
    expect(await messageJobs().remindCounsellor(cms.strapi, morning(replyBy))).toBe(true);
    expect(await messageJobs().remindCounsellor(cms.strapi, morning(replyBy))).toBe(false);
    const waiting = await dataOf(waitingMessages, counsellor.get('/quiet-room/messages/waiting'));
    expect(waiting.count).toBeGreaterThan(0);
    expect(waiting.first.length).toBeLessThanOrEqual(5);
  });
});

describe('what the counsellor says about her space', () => {
  const change = async (data: Record<string, unknown>) => {
    const practices = documentsOf(cms.strapi, 'api::practice.practice');
    const row = (await cms.strapi.db.query('api::practice.practice').findOne({})) as { documentId: string };
    await practices.update(row.documentId, data);
    return practiceResponse.parse((await cms.asWeb('/api/practice').expect(200)).body).data.availability;
  };
  const { askAboutSpace } = cmsPart<{ askAboutSpace: (strapi: unknown, now: Date) => Promise<boolean> }>(
    'api/enquiry/ask-about-space.js',
  );

  it('is shown with the moment at which it was said', async () => {
    const began = Date.now();
    const said = await change({ availability: 'Space from a day', availableFrom: '2099-01-12' });
    expect(said).toMatchObject({ state: 'from', from: '2099-01-12', note: null });
    expect(Date.parse(said?.updated ?? '')).toBeGreaterThanOrEqual(began - 1_000);
    // Saved again, it is as old as before.
    expect(await change({ town: 'Leeds' })).toEqual(said);
  });

  it('needs the day from which there is space', async () => {
    await expect(change({ availability: 'Space from a day', availableFrom: null })).rejects.toThrow(/Enter the day/);
  });

  it('is asked about after six weeks, once', async () => {
    await change({ availability: 'No space', availableFrom: null });
    expect(await askAboutSpace(cms.strapi, daysAhead(41))).toBe(false);
    expect(await askAboutSpace(cms.strapi, daysAhead(43))).toBe(true);
    expect(await askAboutSpace(cms.strapi, daysAhead(44))).toBe(false);
  });
});
