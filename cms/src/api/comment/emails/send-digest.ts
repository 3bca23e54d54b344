import type { Core } from '@strapi/strapi';
import { commentRows } from '#src/api/comment/comment-rows';
import { enqueueEmail } from '#src/api/email/outbox/enqueue-email';
import { practiceOfComments } from '#src/api/practice/comment-practice';
import { inTransaction } from '#src/database/unit-of-work';
import { deskUrl, herAddress } from './notify-counsellor';
import { digestOfTheDay } from './to-counsellor';

const endOfDay = (now: Date): Date => new Date(now.getTime() + 20 * 60 * 60 * 1000);

/**
 * Queues her the email of the day, where she has chosen one and something waits; whether it was queued now. Its key is the day,
 * so two processes queue one email between them.
 */
export const sendDigest = (strapi: Core.Strapi, now: Date): Promise<boolean> =>
  inTransaction(strapi, async (uow) => {
    const { settings } = await practiceOfComments(strapi);
    const to = settings?.mail === 'digest' ? await herAddress(strapi, settings.mailTo) : null;
    if (to === null) return false;
    const [counted] = await commentRows(uow).where({ state: 'waiting' }).count<{ n: number | string }[]>({ n: '*' });
    const waiting = Number(counted?.n ?? 0);
    if (waiting === 0) return false;
    const email = digestOfTheDay({ to, desk: deskUrl(strapi), waiting });
    // Tomorrow's says it better.
    return enqueueEmail(uow, {
      kind: 'digest',
      email,
      idempotencyKey: `digest:${now.toISOString().slice(0, 10)}`,
      expiresAt: endOfDay(now),
    });
  });
