import { emailRows } from '#src/api/email/outbox/outbox';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { settingsOf } from '#src/settings';

const hourMs = 60 * 60 * 1000;

/**
 * Returns when one email tells of all that comes up in this hour, if so many emails of these kinds went to the
 * counsellor in the last 60 minutes that nobody should be able to cause more; null if there is room for one.
 */
export const summaryTime = async (uow: UnitOfWork, kinds: readonly string[], now: Date): Promise<Date | null> => {
  const [counted] = await emailRows(uow)
    .whereIn('kind', [...kinds])
    .where('queued_at', '>', new Date(now.getTime() - hourMs))
    .count<{ n: number | string }[]>({ n: '*' });
  if (Number(counted?.n ?? 0) < settingsOf(uow.strapi).limits.counsellorEmailsPerHour) return null;
  return new Date((Math.floor(now.getTime() / hourMs) + 1) * hourMs);
};
