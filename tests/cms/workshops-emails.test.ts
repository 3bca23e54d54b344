import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { storedEmails } from '../support/emails.ts';
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
});
