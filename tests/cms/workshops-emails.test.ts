import { heldChangeOutcome, workshopSeats, workshopWithParticipants } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataOf, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { storedEmails } from '../support/emails.ts';
import { workshopFields } from '../support/workshop-fields.ts';
import {
  aRegistration,
  brokenInvariants,
  confirmTokenFor,
  publishWorkshop,
  registrationActions,
} from '../support/workshops.ts';
import { documentsOf } from '../support/written.ts';

const day = 86_400_000;
const firstSession = new Date('2027-06-12T09:00:00.000Z');
const beforeSession = (days: number): Date => new Date(firstSession.getTime() - days * day);

const fields = workshopFields({}) as { sessions: Record<string, unknown>[] };

let cms: CmsHere;
beforeAll(async () => {
  cms = await startCmsHere();
});
afterAll(() => cms.stop());

/** Registers another person and confirms the address; the workshop decides whether they get a seat. */
const join = async (slug: string, now: Date): Promise<{ email: string; token: string }> => {
  const sent = aRegistration();
  const { register, confirm } = registrationActions(cms.strapi);
  await register(slug, sent, now);
  const { token } = await confirm((await confirmTokenFor(cms, sent.email)) ?? '', now);
  return { email: sent.email, token };
};

const queuedKinds = async (to: string): Promise<string[]> =>
  (await storedEmails(cms.strapi, { to, state: 'queued' })).map(({ kind }) => kind);

describe('a cancelled workshop', () => {
  it('offers no seat to the waitlist, however a seat becomes free', async () => {
    const { id, slug } = await publishWorkshop(cms, { title: 'Cancelled with a waitlist', capacity: 2 });
    const actions = registrationActions(cms.strapi);
    const [leaving, other] = [await join(slug, beforeSession(30)), await join(slug, beforeSession(30))];
    const waiting = await join(slug, beforeSession(29));
    expect((await actions.look(waiting.token, beforeSession(29))).state).toBe('waitlisted');
    await actions.cancelWorkshop(id, null, beforeSession(20));

    await actions.cancel(leaving.token, beforeSession(19));
    expect((await actions.look(waiting.token, beforeSession(19))).state).toBe('waitlisted');
    await documentsOf(cms.strapi, 'api::workshop.workshop').update(id, { capacity: 5 });
    await documentsOf(cms.strapi, 'api::workshop.workshop').publish(id);
    expect((await actions.look(waiting.token, beforeSession(18))).state).toBe('waitlisted');
    await actions.expire(beforeSession(10));

    expect((await actions.look(other.token, beforeSession(10))).state).toBe('confirmed');
    expect(await queuedKinds(waiting.email)).toEqual(['workshop-cancelled']);
    expect(await brokenInvariants(cms)).toEqual([]);
  });

  it('sends no reminders', async () => {
    const [held, cancelled] = [
      await publishWorkshop(cms, { title: 'Takes place' }),
      await publishWorkshop(cms, { title: 'Does not take place' }),
    ];
    const actions = registrationActions(cms.strapi);
    const reminded = await join(held.slug, beforeSession(30));
    const told = await join(cancelled.slug, beforeSession(30));
    await actions.cancelWorkshop(cancelled.id, 'I am ill.', beforeSession(20));

    expect(await actions.remind(beforeSession(7))).toBe(1);
    expect(await actions.remind(beforeSession(1))).toBe(1);
    expect(await queuedKinds(reminded.email)).toEqual(expect.arrayContaining(['week-reminder', 'day-reminder']));
    expect(await queuedKinds(told.email)).toEqual(['workshop-cancelled']);
  });
});

describe('a reminder', () => {
  it('is not sent to somebody who has just accepted an offer, however long they were on the waitlist', async () => {
    const { slug } = await publishWorkshop(cms, { title: 'Accepted at the last moment', capacity: 2 });
    const actions = registrationActions(cms.strapi);
    const [reminded, leaving] = [await join(slug, beforeSession(30)), await join(slug, beforeSession(30))];
    const waiting = await join(slug, beforeSession(29));
    await actions.cancel(leaving.token, beforeSession(1.3));
    await actions.accept(waiting.token, beforeSession(1.2));

    await actions.remind(beforeSession(1));
    expect(await queuedKinds(reminded.email)).toContain('day-reminder');
    expect(await queuedKinds(waiting.email)).not.toContain('day-reminder');
    expect(await queuedKinds(waiting.email)).toContain('place-confirmed');
  });
});

describe('an announcement of changes', () => {
  it('is emailed when only the joining details have changed, and not when nothing has', async () => {
    const { id, slug } = await publishWorkshop(cms, { title: 'Another doorbell' });
    const participant = await join(slug, new Date());
    const workshops = documentsOf(cms.strapi, 'api::workshop.workshop');
    await workshops.update(id, { summary: 'A new summary.' });
    await workshops.publish(id);
    expect(await queuedKinds(participant.email)).not.toContain('workshop-changed');

    await workshops.update(id, { joiningDetails: 'Ring the upper bell.' });
    await workshops.publish(id);
    const [email, ...more] = await storedEmails(cms.strapi, { to: participant.email, kind: 'workshop-changed' });
    expect(more).toEqual([]);
    expect(email?.text).toContain('> Ring the upper bell.');
    expect(email?.attachments).toHaveLength(1);
  });

  it('waits for some minutes, and is not sent when the change is taken back meanwhile', async () => {
    const [day, other] = [
      { ...fields.sessions[0], day: '2027-06-12' },
      { ...fields.sessions[0], day: '2027-06-19' },
    ];
    const { id, slug } = await publishWorkshop(cms, { title: 'Changed and changed back', sessions: [day, other] });
    const participant = await join(slug, new Date(Date.now() - 60_000));
    const workshops = documentsOf(cms.strapi, 'api::workshop.workshop');
    const publishWith = async (change: Record<string, unknown>): Promise<void> => {
      await workshops.update(id, change);
      await workshops.publish(id);
    };
    const changes = () => storedEmails(cms.strapi, { to: participant.email, kind: 'workshop-changed' });
    const seats = async () =>
      (await cms.strapi.db.connection('workshop_seats').where({ workshop_id: id }).first()) as Record<string, string>;
    await publishWith({ sessions: [day] });
    const [held] = await changes();
    expect(held?.state).toBe('queued');
    expect(new Date(held?.notBefore ?? 0).getTime()).toBeGreaterThan(Date.now() + 4 * 60_000);
    // No reminder tells of it first.
    expect(await registrationActions(cms.strapi).remind(new Date())).toBe(0);
    const joinedMeanwhile = await join(slug, new Date());
    await publishWith({ sessions: [day, other] });
    expect(await changes()).toEqual([]);
    expect(await queuedKinds(joinedMeanwhile.email)).toContain('workshop-changed');
    const { announced, changes: shown } = await seats();
    expect(JSON.parse(announced ?? '')).toMatchObject({ sessions: [{ n: 1 }, { n: 2 }] });
    expect(JSON.parse(shown ?? '')).toEqual([]);

    // Two changes are one email with what finally holds.
    await publishWith({ venueName: 'The Other Room' });
    await publishWith({ joiningDetails: 'Ring the upper bell.' });
    const [email, ...more] = await changes();
    expect(more).toEqual([]);
    expect(email?.text).toMatch(/The Other Room[\s\S]*> Ring the upper bell\./);
  });

  it('can be sent at once, or not at all, while it waits', async () => {
    const { id, slug } = await publishWorkshop(cms, { title: 'Changed and decided' });
    const participant = await join(slug, new Date(Date.now() - 60_000));
    const workshops = documentsOf(cms.strapi, 'api::workshop.workshop');
    const change = async (venueName: string): Promise<void> => {
      await workshops.update(id, { venueName });
      await workshops.publish(id);
    };
    const counsellor = await signIn(cms, cms.logins.counsellor);
    const path = `/quiet-room/workshops/${id}`;
    const end = (action: 'send' | 'drop') => counsellor.post(`${path}/held-change`).send({ action });
    const waiting = async () => (await dataOf(workshopWithParticipants, counsellor.get(path))).heldChange;
    const emails = () => storedEmails(cms.strapi, { to: participant.email, kind: 'workshop-changed' });
    expect(await waiting()).toBeNull();

    await change('The Other Room');
    const held = await waiting();
    expect(held?.emails).toBe(1);
    expect(held?.sentAt).toBe(new Date((await emails())[0]?.notBefore ?? 0).toISOString());
    expect((await dataOf(workshopSeats, counsellor.get(`${path}/seats`))).heldChange).toEqual(held);
    expect(await dataOf(heldChangeOutcome, end('drop'))).toEqual({ emails: 1 });
    expect(await waiting()).toBeNull();
    expect(await emails()).toEqual([]);

    await change('The Third Room');
    expect(await dataOf(heldChangeOutcome, end('send'))).toEqual({ emails: 1 });
    expect(await waiting()).toBeNull();
    expect((await emails())[0]?.text).toContain('The Third Room');
    expect(new Date((await emails())[0]?.notBefore ?? 0).getTime()).toBeLessThanOrEqual(Date.now());
    await end('send').expect(409, /These emails are on their way already/);
    // The next change is one of its own.
    await change('The Fourth Room');
    expect(await emails()).toHaveLength(2);
  });

  it('is one for each change once the emails about the last one have gone out', async () => {
    const { id, slug } = await publishWorkshop(cms, { title: 'Changed twice' });
    const participant = await join(slug, new Date(Date.now() - 60_000));
    const workshops = documentsOf(cms.strapi, 'api::workshop.workshop');
    for (const joiningDetails of ['Ring the upper bell.', 'Ring the lower bell.']) {
      await workshops.update(id, { joiningDetails });
      await workshops.publish(id);
      const row = cms.strapi.db.connection('workshop_seats').where({ workshop_id: id });
      const { held } = (await row.clone().first()) as { held: string };
      const over = { ...(JSON.parse(held) as object), until: new Date(Date.now() - 1).toISOString() };
      await row.clone().update({ held: JSON.stringify(over) });
    }
    const texts = (await storedEmails(cms.strapi, { to: participant.email, kind: 'workshop-changed' })).map(
      ({ text }) => /Ring the \w+/.exec(text ?? '')?.[0],
    );
    expect(texts).toEqual(['Ring the upper', 'Ring the lower']);
  });
});

describe('the calendar of a participant', () => {
  const [saturday, nextSaturday, third] = ['2027-06-12', '2027-06-19', '2027-06-26'].map((day) => ({
    ...fields.sessions[0],
    day,
  }));

  /** Returns the entries in the emails of a kind, such as `CANCEL .1`, without the workshop's own number. */
  const entries = async (to: string, kind: string): Promise<string[]> =>
    (await storedEmails(cms.strapi, { to, kind }))
      .flatMap(({ attachments }) => attachments as { content: string }[])
      .map(({ content }) => `${/^METHOD:(\w+)/m.exec(content)?.[1]} ${/^UID:\w+(\.\d+)@/m.exec(content)?.[1]}`);

  /** Somebody is sent both Saturdays; then the first is taken off and a third added. */
  const joinBeforeChange = async (): Promise<{ id: string; slug: string; email: string; token: string }> => {
    const workshop = await publishWorkshop(cms, { title: 'Three Saturdays', sessions: [saturday, nextSaturday] });
    const participant = await join(workshop.slug, new Date(Date.now() - 60_000));
    expect(await entries(participant.email, 'place-confirmed')).toEqual(['REQUEST .1', 'REQUEST .2']);
    const workshops = documentsOf(cms.strapi, 'api::workshop.workshop');
    const where = { documentId: workshop.id, publishedAt: null };
    const draft = cms.strapi.db.query('api::workshop.workshop').findOne({ where, populate: { sessions: true } });
    const { sessions } = (await draft) as { sessions: { id: number }[] };
    // As the admin sends it: with the number of the row that stays.
    await workshops.update(workshop.id, { sessions: [{ ...nextSaturday, id: sessions[1]?.id }, third] });
    await workshops.publish(workshop.id);
    const changed = await entries(participant.email, 'workshop-changed');
    expect(changed).toEqual(['REQUEST .2', 'REQUEST .3', 'CANCEL .1']);
    return { ...workshop, ...participant };
  };

  it('loses the sessions that it was sent, not those of a change that waits, when a place is cancelled', async () => {
    const { email, token } = await joinBeforeChange();
    await registrationActions(cms.strapi).cancel(token, new Date());
    expect(await entries(email, 'registration-cancelled')).toEqual(['CANCEL .1', 'CANCEL .2']);
  });

  it('loses the sessions that it was sent when the workshop is called off', async () => {
    const { id, email } = await joinBeforeChange();
    await registrationActions(cms.strapi).cancelWorkshop(id, null, new Date());
    expect(await entries(email, 'workshop-cancelled')).toEqual(['CANCEL .1', 'CANCEL .2']);
  });

  it('loses the sessions that it was sent when a participant is moved, and moved again', async () => {
    const { id, email } = await joinBeforeChange();
    const others = [await publishWorkshop(cms, { title: 'Another' }), await publishWorkshop(cms, { title: 'A third' })];
    const counsellor = await signIn(cms, cms.logins.counsellor);
    for (const [from, to] of [
      [id, others[0]?.id],
      [others[0]?.id, others[1]?.id],
    ]) {
      const page = await dataOf(workshopWithParticipants, counsellor.get(`/quiet-room/workshops/${from}`));
      const { number, version } = page.participants.find((one) => one.email === email) ?? { number: 0, version: 0 };
      const participants = [{ number, version }];
      await counsellor.post(`/quiet-room/workshops/${from}/participants/move`).send({ participants, to }).expect(200);
      const [moved] = await storedEmails(cms.strapi, { to: email, kind: 'participant-moved' });
      const uids = JSON.stringify(moved?.attachments).match(/METHOD:\w+|UID:\w+\.\d+/g);
      expect(uids).toEqual([
        ...['METHOD:CANCEL', `UID:${id}.1`, 'METHOD:CANCEL', `UID:${id}.2`],
        ...['METHOD:REQUEST', `UID:${to}.1`],
      ]);
    }
  });

  it('loses a session whose removal was emailed to nobody', async () => {
    const { id, email, token } = await joinBeforeChange();
    const counsellor = await signIn(cms, cms.logins.counsellor);
    await counsellor.post(`/quiet-room/workshops/${id}/held-change`).send({ action: 'drop' }).expect(200);
    const workshops = documentsOf(cms.strapi, 'api::workshop.workshop');
    await workshops.update(id, { venueName: 'The Other Room' });
    await workshops.publish(id);
    expect(await entries(email, 'workshop-changed')).toEqual(['REQUEST .2', 'REQUEST .3', 'CANCEL .1']);
    await registrationActions(cms.strapi).cancel(token, new Date());
    expect(await entries(email, 'registration-cancelled')).toEqual(['CANCEL .1', 'CANCEL .2']);
  });

  it('gains a session that is told of, and loses it with the place', async () => {
    const { email, token } = await joinBeforeChange();
    await cms.strapi.db.connection('emails').where({ to: email, kind: 'workshop-changed' }).update({ state: 'sent' });
    await registrationActions(cms.strapi).cancel(token, new Date());
    expect(await entries(email, 'registration-cancelled')).toEqual(['CANCEL .2', 'CANCEL .3']);
  });
});
