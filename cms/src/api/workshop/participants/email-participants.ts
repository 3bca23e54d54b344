import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { counsellorAddress } from '#src/api/email/counsellor-address';
import type { EmailMessage } from '#src/api/email/email-message';
import { emailHtml, emailText } from '#src/api/email/email-message';
import { emailRows, enqueueEmail } from '#src/api/email/outbox/outbox';
import { practiceOfComments } from '#src/api/practice/read-practice';
import type { EmailDraft, EmailPreview, EmailsSent } from '#src/api/workshop/admin-contract';
import { fromTheCounsellor } from '#src/api/workshop/emails/to-participant';
import {
  aboutRegistration,
  type RegistrationRow,
  registrationRows,
} from '#src/api/workshop/registration/registration-rows';
import { privateLinkOf } from '#src/api/workshop/registration/registration-token';
import { seatsOf } from '#src/api/workshop/seats/seat-rows';
import { inReadTransaction, inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { found } from '#src/http/request';

const kind = 'from-the-counsellor';

const conditions: Readonly<Record<Exclude<EmailDraft['to'], 'people'>, string>> = {
  confirmed: "state = 'confirmed'",
  waitlisted: "state = 'waitlisted'",
  attended: 'attended = true',
  unpaid: "state = 'confirmed' and price_pence > 0 and paid_at is null",
};

/** Whom it goes to. Nobody who has not confirmed: an invented address must not get emails. */
const recipientsOf = async (
  uow: UnitOfWork,
  workshop: string,
  { to, people = [] }: EmailDraft,
): Promise<RegistrationRow[]> => {
  found(await seatsOf(uow, workshop));
  const confirmed = registrationRows(uow)
    .where({ workshop_id: workshop })
    .whereNotNull('confirmed_at')
    .orderBy(['sent', 'id']);
  const chosen = to === 'people' ? confirmed.whereIn('id', people) : confirmed.whereRaw(conditions[to]);
  const rows = await chosen.select('*');
  if (rows.length === 0)
    throw new errors.ValidationError(
      'Nobody would get this email. Choose others, or wait until somebody has confirmed their address.',
    );
  return rows;
};

const copyFor = async (strapi: Core.Strapi): Promise<string> => {
  const to = await counsellorAddress(strapi, (await practiceOfComments(strapi)).settings?.mailTo);
  if (to === null)
    throw new errors.ValidationError(
      'There is no address for your copy: set one under Comments in the practice’s settings.',
    );
  return to;
};

/** As they get it, but that it says where each one's private link stands. */
const copyOf = (to: string, { subject, words }: EmailDraft): EmailMessage =>
  fromTheCounsellor({ to, own: null, subject, words });

/** The email as it will be sent, and to whom; nothing is sent. */
export const previewEmail = (strapi: Core.Strapi, workshop: string, written: EmailDraft): Promise<EmailPreview> =>
  inReadTransaction(strapi, async (uow) => {
    const recipients = await recipientsOf(uow, workshop, written);
    const copy = copyOf(await copyFor(strapi), written);
    return {
      subject: copy.subject,
      text: emailText(copy),
      html: emailHtml(copy),
      recipients: recipients.map(({ name, email }) => ({ name, email })),
      copyTo: copy.to,
    };
  });

/**
 * Queues her email to each of them, and a copy to her, all or none. The copy bears the nonce: the same one sent twice
 * is one sending.
 */
export const sendEmails = (
  strapi: Core.Strapi,
  workshop: string,
  written: EmailDraft,
  nonce: string,
): Promise<EmailsSent> =>
  inTransaction(strapi, async (uow) => {
    const key = `${kind}:${nonce}`;
    const copy = copyOf(await copyFor(strapi), written);
    const isFirst = await enqueueEmail(uow, {
      kind,
      email: copy,
      about: `workshop:${workshop}`,
      idempotencyKey: `${key}:copy`,
    });
    if (!isFirst) {
      const [counted] = await emailRows(uow)
        .where('idempotency_key', 'like', `${key}:to:%`)
        .count<{ n: number | string }[]>({ n: '*' });
      return { sent: Number(counted?.n ?? 0) };
    }
    const recipients = await recipientsOf(uow, workshop, written);
    for (const registration of recipients) {
      const { subject, words } = written;
      const email = fromTheCounsellor({
        to: registration.email,
        own: privateLinkOf(strapi, registration),
        subject,
        words,
      });
      await enqueueEmail(uow, {
        kind,
        email,
        about: aboutRegistration(registration),
        idempotencyKey: `${key}:to:${registration.id}`,
      });
    }
    return { sent: recipients.length };
  });
