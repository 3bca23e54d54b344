import ICAL from 'ical.js';
import { exportedParticipants, lengthOf, registrationLimits } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileStrings } from '../fixtures/hostile/strings.ts';
import { dataOf, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { postAsWeb } from '../support/comments.ts';
import { aRegistration, confirmTokenFor, publishWorkshop } from '../support/workshops.ts';

let cms: CmsHere;
let workshop: { id: string; slug: string };
interface Sent {
  text: string;
  email: string;
}
const taken: Sent[] = [];
const own = (act: string, body: object) => postAsWeb(cms, `/api/private-registrations/${act}`, body);

beforeAll(async () => {
  cms = await startCmsHere();
  workshop = await publishWorkshop(cms, { capacity: 1_000 });
});
afterAll(() => cms.stop());

describe('hostile text in a registration', () => {
  it('is accepted as typed or refused with error codes of the contract, and never causes an error of the CMS', async () => {
    for (const text of hostileStrings) {
      const sent = aRegistration({ name: text, accessNeeds: text, consent: true });
      const {
        status,
        body,
        text: answer,
      } = await postAsWeb(cms, `/api/workshops/${workshop.slug}/registrations`, sent);
      expect([status, text], answer.slice(0, 300)).toEqual([status === 400 ? 400 : 201, text]);
      if (status === 201) taken.push({ text, email: sent.email });
      else expect((body as { error: { details: { issues: unknown[] } } }).error.details.issues).not.toEqual([]);
    }
    // Nearly all of it is something that a person can be called, or need.
    const short = hostileStrings.filter((text) => lengthOf(text.trim()) <= registrationLimits.name.max);
    expect(taken.length).toBeGreaterThan(short.length * 0.8);
  }, 120_000);

  it('stays one calendar entry, one row of the export and one line of an email', async () => {
    for (const { email } of taken) {
      const confirmed = await own('confirm', { token: await confirmTokenFor(cms, email) }).expect(200);
      const { token } = (confirmed.body as { data: { token: string } }).data;
      const { ics } = ((await own('calendar', { token }).expect(200)).body as { data: { ics: string } }).data;
      expect(new ICAL.Component(ICAL.parse(ics) as unknown[]).getAllSubcomponents('vevent')).toHaveLength(1);
    }
    const emails = await cms.strapi.db
      .connection('emails')
      .where({ kind: 'place-confirmed' })
      .select<{ subject: string; html: string; attachments: string | object[] }[]>('subject', 'html', 'attachments');
    expect(emails).toHaveLength(taken.length);
    for (const { subject, html, attachments } of emails) {
      expect(subject).toBe('Your place is confirmed');
      expect(html).not.toMatch(/<(?:script|img|svg|iframe|style)\b/i);
      const files = (typeof attachments === 'string' ? JSON.parse(attachments) : attachments) as { content: string }[];
      expect(files.map(({ content }) => content.match(/^BEGIN:VEVENT/gm)?.length)).toEqual([1]);
      expect(files[0]?.content.match(/^ATTENDEE/gm)).toHaveLength(1);
    }
    const her = await signIn(cms, cms.logins.counsellor);
    const { csv } = await dataOf(exportedParticipants, her.get(`/quiet-room/workshops/${workshop.id}/export`));
    expect(csv).not.toMatch(/(?:^|\r\n|,)"?[=+@\t]/);
    await her.get(`/quiet-room/workshops/${workshop.id}`).expect(200);
  }, 120_000);
});
