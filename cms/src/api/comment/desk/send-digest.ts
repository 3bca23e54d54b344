import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../documents/transaction';
import { digestOfTheDay } from '../../../letters/to-counsellor';
import { oweLetter } from '../../letter/outbox/owe';
import { practiceOfComments } from '../../practice/services/practice-of-comments';
import { commentRows } from '../services/comment-rows';
import { deskUrl, herAddress } from './tell-counsellor';

const endOfDay = (now: Date): Date => new Date(now.getTime() + 20 * 60 * 60 * 1000);

/**
 * Owes her the letter of the day, where she has chosen one and something waits; whether it was owed now. Its key is the day,
 * so two processes owe one letter between them.
 */
export const sendDigest = (strapi: Core.Strapi, now: Date): Promise<boolean> =>
  inTransaction(strapi, async ({ trx }) => {
    const { settings } = await practiceOfComments(strapi);
    const to = settings?.mail === 'digest' ? await herAddress(strapi, settings.mailTo) : null;
    if (to === null) return false;
    const [counted] = await commentRows(strapi, trx)
      .where({ state: 'waiting' })
      .count<{ n: number | string }[]>({ n: '*' });
    const waiting = Number(counted?.n ?? 0);
    if (waiting === 0) return false;
    const letter = digestOfTheDay({ to, desk: deskUrl(strapi), waiting });
    // Tomorrow's says it better.
    return oweLetter(strapi, trx, {
      kind: 'digest',
      letter,
      once: `digest:${now.toISOString().slice(0, 10)}`,
      makesSenseUntil: endOfDay(now),
    });
  });
