import { sessionWords } from 'shared';
import { aboutCall } from '#src/api/call/call-rows';
import { defineEmail, type EmailDefinition } from '#src/api/email/define-email';
import type { Attachment, EmailContent } from '#src/api/email/email-message';

/** Others may see the screen of a phone: an email to the counsellor says neither who calls nor their number. */
interface ToCounsellor {
  to: string;
  number: number;
  /** Of the call: each change of it gets one email. */
  version: number;
  /** ISO instants. */
  starts: string;
  ends: string;
  /** The practice's zone. */
  timeZone: string;
  dashboardUrl: string;
  /** The invitation that changes her calendar. */
  attachments: readonly Attachment[];
}

const counsellorEmail =
  (subject: string, opening: string) =>
  ({ starts, ends, timeZone, dashboardUrl, attachments }: ToCounsellor): EmailContent => ({
    subject,
    paragraphs: [
      `${opening} ${sessionWords({ starts, ends }, timeZone)}.`,
      { link: dashboardUrl, says: 'Open “Calls” on your dashboard' },
    ],
    because: 'You are receiving this because people can book introductory calls with you on this site.',
    attachments,
  });

const callEmail = (definition: Pick<EmailDefinition<ToCounsellor>, 'kind' | 'template'>) =>
  defineEmail<ToCounsellor>({
    ...definition,
    about: ({ number }) => aboutCall({ id: number }),
    idempotencyKey: ({ number, version }) => `${number}:${version}`,
    expiresAt: ({ ends }) => new Date(ends),
    samples: [
      {
        to: 'counsellor@example.org',
        number: 1234567,
        version: 1,
        starts: '2027-03-30T09:00:00.000Z',
        ends: '2027-03-30T09:25:00.000Z',
        timeZone: 'Europe/London',
        dashboardUrl: 'https://cms.example.org/admin/calls',
        attachments: [{ name: 'call.ics', type: 'text/calendar; charset=utf-8; method=REQUEST', content: '' }],
      },
    ],
  });

export const counsellorEmails = {
  booked: callEmail({
    kind: 'new-call',
    template: counsellorEmail('A call was booked', 'There is a new call in your calendar:'),
  }),
  moved: callEmail({
    kind: 'changed-call',
    template: counsellorEmail('A call was changed', 'A call in your calendar has changed. It is now:'),
  }),
  cancelled: callEmail({
    kind: 'cancelled-call',
    template: counsellorEmail('A call was cancelled', 'A call was cancelled, and its time is free again:'),
  }),
};
