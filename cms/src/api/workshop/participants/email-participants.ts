import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { EmailDraft, EmailPreview, EmailsSent } from 'shared';
import { counsellorAddress } from '#src/api/email/counsellor-address/counsellor-address';
import { emailHtml, emailText } from '#src/api/email/email-message';
import { emailRows } from '#src/api/email/outbox/outbox';
import { practiceOfWorkshops } from '#src/api/practice/read-practice';
import { emailKinds } from '#src/api/workshop/emails/email-kinds';
import type { CounsellorMessage } from '#src/api/workshop/emails/templates';
import { privateLinkOf } from '#src/api/workshop/registration/registration-links';
import {
  aboutRegistration,
  type RegistrationRow,
  registrationRows,
} from '#src/api/workshop/registration/registration-rows';
import { seatsOf } from '#src/api/workshop/seats/seat-rows';
import { inReadTransaction, inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { found } from '#src/http/request';
import { macOfContent } from '#src/security/sent-content';

const conditions: Readonly<Record<Exclude<EmailDraft['recipients'], 'chosen'>, string>> = {
  confirmed: "state = 'confirmed'",
  waitlisted: "state = 'waitlisted'",
  attended: 'attended = true',
  unpaid: "state = 'confirmed' and price_pence > 0 and paid_at is null",
};

/**
 * Returns the chosen recipients. Unconfirmed addresses are left out, because someone may have invented them.
 * @throws ValidationError when nobody would get the email
 */
const recipientsOf = async (
  uow: UnitOfWork,
  workshop: string,
  { recipients, participants = [] }: EmailDraft,
): Promise<RegistrationRow[]> => {
  found(await seatsOf(uow, workshop));
  const confirmed = registrationRows(uow)
    .where({ workshop_id: workshop })
    .whereNotNull('confirmed_at')
    .orderBy(['sent', 'id']);
  const chosen =
    recipients === 'chosen' ? confirmed.whereIn('id', participants) : confirmed.whereRaw(conditions[recipients]);
  const rows = await chosen.select('*');
  if (rows.length === 0)
    throw new errors.ValidationError(
      'Nobody would get this email. Choose other people, or wait until someone has confirmed their address.',
    );
  return rows;
};

/**
 * Returns the address for the counsellor's copy.
 * @throws ValidationError when there is none
 */
const copyAddress = async (strapi: Core.Strapi): Promise<string> => {
  const to = await counsellorAddress(strapi);
  if (to === null)
    throw new errors.ValidationError(
      'There is no email address for your copy. Enter one under Comments in the practice’s settings.',
    );
  return to;
};

/** Returns the counsellor's own copy, which says where each participant's private link is. */
const copyFor = async (
  strapi: Core.Strapi,
  workshop: string,
  { subject, text }: EmailDraft,
  sending: string,
): Promise<CounsellorMessage> => ({
  to: await copyAddress(strapi),
  practice: await practiceOfWorkshops(strapi),
  about: `workshop:${workshop}`,
  privateLink: null,
  subject,
  text,
  idempotencyKey: `${sending}:copy`,
});

/** Returns the email as it will be sent, and to whom; sends nothing. */
export const previewEmail = (strapi: Core.Strapi, workshop: string, draft: EmailDraft): Promise<EmailPreview> =>
  inReadTransaction(strapi, async (uow) => {
    const recipients = await recipientsOf(uow, workshop, draft);
    const copy = emailKinds.counsellorMessage.preview(await copyFor(strapi, workshop, draft, ''));
    return {
      subject: copy.subject,
      text: emailText(copy),
      html: emailHtml(copy),
      recipients: recipients.map(({ name, email }) => ({ name, email })),
      copyTo: copy.to,
    };
  });

const countSent = async (uow: UnitOfWork, sending: string): Promise<number> => {
  const [counted] = await emailRows(uow)
    .where('idempotency_key', 'like', `${emailKinds.counsellorMessage.kind}:${sending}:to:%`)
    .count<{ n: number | string }[]>({ n: '*' });
  return Number(counted?.n ?? 0);
};

/**
 * Queues an email of the counsellor to each recipient, and a copy to the counsellor, all or none.
 * @param nonce identifies the form: the same email sent twice with it is sent once
 */
export const sendEmails = (
  strapi: Core.Strapi,
  workshop: string,
  draft: EmailDraft,
  nonce: string,
): Promise<EmailsSent> =>
  inTransaction(strapi, async (uow) => {
    const { subject, text, recipients: group, participants = [] } = draft;
    const content = { subject, text, group, participants: [...participants].sort().join() };
    const sending = `${nonce}:${macOfContent(uow.services.linkKeys, `workshop:${workshop}`, content)}`;
    const copy = await copyFor(strapi, workshop, draft, sending);
    const isFirst = await emailKinds.counsellorMessage.enqueue(uow, copy);
    if (!isFirst) return { sent: await countSent(uow, sending) };
    const recipients = await recipientsOf(uow, workshop, draft);
    for (const registration of recipients)
      await emailKinds.counsellorMessage.enqueue(uow, {
        ...copy,
        to: registration.email,
        about: aboutRegistration(registration),
        privateLink: privateLinkOf(strapi, registration),
        idempotencyKey: `${sending}:to:${registration.id}`,
      });
    return { sent: recipients.length };
  });
