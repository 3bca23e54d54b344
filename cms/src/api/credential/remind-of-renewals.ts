import type { Core } from '@strapi/strapi';
import type { Renewals } from 'shared';
import { counsellorAddress } from '#src/api/email/counsellor-address/counsellor-address';
import { readCredentials } from '#src/api/practice/read-credentials';
import { inTransaction } from '#src/database/unit-of-work';
import { settingsOf } from '#src/settings';
import { dayAt } from '#src/time/days';
import { noticeDue, renewalsOf } from './domain/renewals';
import { renewalDue } from './emails/renewal-email';

/**
 * Reminds the counsellor of each credential 30 and 7 days before its renewal, and tells her once it has left the site.
 * The outbox knows an email for longer than its notice is due, so each is queued once.
 *
 * @returns how many emails were queued now
 */
export const remindOfRenewals = (strapi: Core.Strapi, now: Date): Promise<number> =>
  inTransaction(strapi, async (uow) => {
    const { credentials, timeZone } = await readCredentials(strapi);
    const to = await counsellorAddress(strapi);
    if (to === null) return 0;
    const today = dayAt(now.toISOString(), timeZone);
    const dashboardUrl = `${settingsOf(strapi).cmsUrl}/admin/content-manager/single-types/api::practice.practice`;
    let queued = 0;
    for (const credential of credentials) {
      const { title, renewsOn } = credential;
      const notice = noticeDue(credential, today);
      if (notice === null || renewsOn === null) continue;
      if (await renewalDue.enqueue(uow, { to, dashboardUrl, title, renewsOn, notice })) queued += 1;
    }
    return queued;
  });

/** Returns what the dashboard says about credentials. */
export const readRenewals = async (strapi: Core.Strapi, now: Date): Promise<Renewals> => {
  const { credentials, timeZone } = await readCredentials(strapi);
  return renewalsOf(credentials, dayAt(now.toISOString(), timeZone));
};
