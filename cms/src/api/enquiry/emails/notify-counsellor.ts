import type { Core } from '@strapi/strapi';
import { counsellorAddress } from '#src/api/email/counsellor-address/counsellor-address';
import { summaryTime } from '#src/api/email/counsellor-address/hourly-limit';
import type { EnquiryRow } from '#src/api/enquiry/enquiry-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { settingsOf } from '#src/settings';
import { counsellorEmails } from './counsellor-emails';

const { messageWaiting, messageToday, moreMessages } = counsellorEmails;

/** Returns the address of the admin's messages. */
export const messagesAdminUrl = (strapi: Core.Strapi): string => `${settingsOf(strapi).cmsUrl}/admin/messages`;

/** What an email about a message has to know of it. */
type MessageToNotifyOf = Pick<EnquiryRow, 'id' | 'version' | 'kind' | 'is_spam' | 'care_kind'>;

/**
 * Queues the email about a message that waits, in the transaction that stored or changed it. There is none for spam,
 * nor for those who only ask to be told about space. Where too much came within an hour, there is one email for all of
 * it; a message with a care flag always has its own.
 */
export const notifyCounsellor = async (uow: UnitOfWork, row: MessageToNotifyOf, now: Date): Promise<void> => {
  if (row.is_spam || row.kind === 'space') return;
  const to = await counsellorAddress(uow.strapi);
  if (to === null) return;
  const dashboardUrl = messagesAdminUrl(uow.strapi);
  const about = { to, dashboardUrl, number: row.id, version: row.version };
  if (row.care_kind !== null) {
    await messageToday.enqueue(uow, about);
    return;
  }
  const notBefore = await summaryTime(uow, [messageWaiting.kind, messageToday.kind], now);
  if (notBefore === null) await messageWaiting.enqueue(uow, about);
  else await moreMessages.enqueue(uow, { to, dashboardUrl, notBefore });
};
