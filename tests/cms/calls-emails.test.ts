import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCall, book, callPageOf, callsAt, cellsByCall, freeStart, setRules } from '../support/call-bookings.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { postAsWeb } from '../support/comments.ts';
import { type StoredEmail, storedEmails } from '../support/emails.ts';

let cms: CmsHere;

const hourMs = 3_600_000;
const own = (act: string, body: object) => postAsWeb(cms, `/api/private-calls/${act}`, body);
const rows = () => cms.strapi.db.connection('calls');
const emailsAbout = (number: number) => storedEmails(cms.strapi, { about: `call:${number}` });
const kindsAbout = async (number: number) => (await emailsAbout(number)).map(({ kind, state }) => `${kind} ${state}`);
const emailOf = async (number: number, kind: string): Promise<StoredEmail> => {
  const found = (await emailsAbout(number)).find((email) => email.kind === kind && email.state === 'queued');
  if (!found) throw new Error(`There is no ${kind} about this call.`);
  return found;
};

/** Reads the calendar entry of an email, with another library than the one that wrote it. */
const entryOf = ({ attachments }: StoredEmail) => {
  const [attachment] = attachments as { type: string; content: string }[];
  const calendar = new ICAL.Component(ICAL.parse(attachment?.content ?? ''));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  return {
    type: attachment?.type ?? '',
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    starts: event.startDate.toJSDate().toISOString(),
    description: event.description,
  };
};

/** Makes a call look as if it had been arranged so long ago. */
const arrangedEarlier = (number: number, hours: number) =>
  rows()
    .where({ id: number })
    .update({ updated_at: new Date(Date.now() - hours * hourMs) });

beforeAll(async () => {
  cms = await startCmsHere();
});
beforeEach(async () => {
  for (const table of ['calls', 'call_cells', 'emails']) await cms.strapi.db.connection(table).delete();
  await setRules(cms);
});
afterAll(() => cms.stop());

describe('the emails about a call', () => {
  it('confirm it with how to join and a calendar entry, and invite the counsellor', async () => {
    const starts = await freeStart(cms, 3);
    const { number, token } = await book(cms, aCall(starts, { name: 'Robin Rowe', timeZone: 'America/New_York' }));
    expect(await kindsAbout(number)).toEqual(['call-booked queued', 'new-call queued']);
    const booked = await emailOf(number, 'call-booked');
    expect(booked.subject).toBe('Your call is booked');
    expect(booked.text).toContain('https://meet.example.org/quiet-room\n> No account is needed.');
    expect(booked.text).toContain(`/your-call/${token}`);
    expect(booked.text).toMatch(/Eastern (Standard|Daylight) Time/);
    expect(booked.expiresAt && new Date(booked.expiresAt).toISOString()).toBe(
      new Date(Date.parse(starts) + 25 * 60_000).toISOString(),
    );
    const entry = entryOf(booked);
    expect(entry).toMatchObject({ method: 'PUBLISH', sequence: 0, starts });
    expect(entry.description).toContain('meet.example.org');
    const invited = await emailOf(number, 'new-call');
    expect(entryOf(invited)).toMatchObject({ method: 'REQUEST', sequence: 0, starts });
    expect(entryOf(invited).type).toBe('text/calendar; charset=utf-8; method=REQUEST');
    expect(entryOf(invited).uid).not.toBe(entry.uid);
    // Others may see the screen of either.
    for (const { subject, text, html } of [booked, invited])
      expect(`${subject}${text}${html}`).not.toMatch(/Rowe|counselling call|introductory call about/i);
    for (const email of [booked, invited]) expect(email.subject).not.toMatch(/counsel|therap|introductory/i);
  });

  it('say nothing of how to join by phone, and no number', async () => {
    const call = aCall(await freeStart(cms), {
      channel: 'phone',
      phone: '07700 900 345',
      mayLeaveVoicemail: true,
      voicemailName: 'Pip',
    });
    const { number } = await book(cms, call);
    for (const { text, html, attachments } of await emailsAbout(number))
      expect(`${text}${html}${JSON.stringify(attachments)}`).not.toMatch(/meet\.example|345|Pip/);
  });

  it('tell both of a new time under the same entries, and no longer of the old one', async () => {
    const { number, token } = await book(cms, aCall(await freeStart(cms)));
    const [before, invited] = [
      entryOf(await emailOf(number, 'call-booked')),
      entryOf(await emailOf(number, 'new-call')),
    ];
    const to = await freeStart(cms, 8);
    await own('move', { token, starts: to }).expect(200);
    expect(await kindsAbout(number)).toEqual([
      'call-booked cancelled',
      'new-call queued',
      'call-moved queued',
      'changed-call queued',
    ]);
    const moved = await emailOf(number, 'call-moved');
    expect(moved.text).toContain('meet.example.org');
    expect(entryOf(moved)).toMatchObject({ method: 'PUBLISH', uid: before.uid, sequence: 1, starts: to });
    const changed = entryOf(await emailOf(number, 'changed-call'));
    expect(changed).toMatchObject({ method: 'REQUEST', uid: invited.uid, sequence: 1, starts: to });
  });

  it('cancel both entries', async () => {
    const { number, token } = await book(cms, aCall(await freeStart(cms)));
    const [before, invited] = [
      entryOf(await emailOf(number, 'call-booked')),
      entryOf(await emailOf(number, 'new-call')),
    ];
    await own('cancel', { token }).expect(200);
    await own('cancel', { token }).expect(200);
    expect(await kindsAbout(number)).toEqual([
      'call-booked cancelled',
      'new-call queued',
      'call-cancelled queued',
      'cancelled-call queued',
    ]);
    const cancelled = await emailOf(number, 'call-cancelled');
    expect(cancelled.text).not.toContain('meet.example.org');
    expect(entryOf(cancelled)).toMatchObject({ uid: before.uid, sequence: 1 });
    expect(entryOf(await emailOf(number, 'cancelled-call'))).toMatchObject({
      method: 'CANCEL',
      uid: invited.uid,
      sequence: 1,
    });
  });
});

describe('the reminder', () => {
  it('goes out once, in the day before the call', async () => {
    const { number, starts } = await book(cms, aCall(await freeStart(cms, 20)));
    await arrangedEarlier(number, 1);
    const at = callsAt(cms.strapi);
    const start = Date.parse(starts);
    expect(await at.remind(new Date(start - 24 * hourMs - 1))).toBe(0);
    const both = await Promise.all([
      at.remind(new Date(start - 24 * hourMs)),
      at.remind(new Date(start - 23 * hourMs)),
    ]);
    expect(both[0] + both[1]).toBe(1);
    expect(await at.remind(new Date(start - hourMs))).toBe(0);
    const reminder = await emailOf(number, 'call-reminder');
    expect(reminder.text).not.toContain('meet.example.org');
    expect(new Date(reminder.expiresAt ?? '').toISOString()).toBe(starts);
  });

  it('does not go out for a call that was arranged within the day, begins now, or was cancelled', async () => {
    await setRules(cms, { noticeHours: 1 });
    const at = callsAt(cms.strapi);
    const late = await book(cms, aCall(await freeStart(cms)));
    expect(await at.remind(new Date())).toBe(0);
    await arrangedEarlier(late.number, 40);
    expect(await at.remind(new Date(late.starts))).toBe(0);
    await own('cancel', { token: late.token }).expect(200);
    await arrangedEarlier(late.number, 40);
    expect(await at.remind(new Date(Date.parse(late.starts) - hourMs))).toBe(0);
  });

  it('is of the new time once the call is moved', async () => {
    const { number, token, starts } = await book(cms, aCall(await freeStart(cms, 4)));
    await arrangedEarlier(number, 90);
    const at = callsAt(cms.strapi);
    expect(await at.remind(new Date(Date.parse(starts) - 2 * hourMs))).toBe(1);
    const { slots } = await callPageOf(cms);
    const to = slots.at(-1) ?? '';
    await own('move', { token, starts: to }).expect(200);
    expect(await kindsAbout(number)).toContain('call-reminder cancelled');
    expect(await at.remind(new Date(Date.parse(starts) - hourMs))).toBe(0);
    expect(await at.remind(new Date(Date.parse(to) - hourMs))).toBe(1);
    expect(
      (await emailsAbout(number)).filter(({ kind, state }) => kind === 'call-reminder' && state === 'queued'),
    ).toHaveLength(1);
  });
});

describe('retention', () => {
  it('deletes a call some days after it, or after it was cancelled, with its cells and emails', async () => {
    const kept = await book(cms, aCall(await freeStart(cms)));
    const gone = await book(cms, aCall(await freeStart(cms, 30)));
    await own('cancel', { token: gone.token }).expect(200);
    const at = callsAt(cms.strapi);
    const dayMs = 24 * hourMs;
    expect(await at.deleteOld(new Date(Date.now() + 13 * dayMs))).toBe(0);
    expect(await at.deleteOld(new Date(Date.now() + 14 * dayMs + 1_000))).toBe(1);
    await own('look', { token: gone.token }).expect(404);
    expect([...(await cellsByCall(cms)).keys()]).toEqual([kept.number]);
    expect(await at.deleteOld(new Date(Date.parse(kept.ends) + 14 * dayMs))).toBe(1);
    expect([(await cellsByCall(cms)).size, await rows().select('id')]).toEqual([0, []]);
    expect(await storedEmails(cms.strapi, { state: 'queued', about: `call:${kept.number}` })).toEqual([]);
  });
});
