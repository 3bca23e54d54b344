import type { Core } from '@strapi/strapi';
import { availabilityWeeks } from 'shared';
import { counsellorAddress } from '#src/api/email/counsellor-address/counsellor-address';
import { inTransaction } from '#src/database/unit-of-work';
import { settingsOf } from '#src/settings';
import { counsellorEmails } from './emails/counsellor-emails';

const weekMs = 7 * 86_400_000;

/** What the practice says about space. */
interface Said {
  availability: string | null;
  availabilityUpdated: string | null;
}

/**
 * Asks the counsellor whether what the site says about her space is still right, and a month later again: as long as
 * the outbox knows the email, it is queued once.
 *
 * @returns whether an email was queued now
 */
export const askAboutSpace = (strapi: Core.Strapi, now: Date): Promise<boolean> =>
  inTransaction(strapi, async (uow) => {
    const said = (await strapi.db
      .query('api::practice.practice')
      .findOne({ select: ['id', 'availability', 'availabilityUpdated'] })) as Said | null;
    const updated = new Date(said?.availabilityUpdated ?? Number.NaN);
    const to = await counsellorAddress(strapi);
    // `!(… >= …)` also where nothing was ever said.
    if (!said?.availability || to === null || !(now.getTime() - updated.getTime() >= availabilityWeeks * weekMs))
      return false;
    return counsellorEmails.stillRight.enqueue(uow, {
      to,
      dashboardUrl: `${settingsOf(strapi).cmsUrl}/admin/content-manager/single-types/api::practice.practice`,
      updated: updated.toISOString(),
    });
  });
