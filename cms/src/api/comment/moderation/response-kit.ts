import type { Core } from '@strapi/strapi';
import type { ResponseKit } from 'shared';
import type { StoredCommentSettings } from '#src/api/practice/domain/settings';
import { textOrNull } from '#src/http/serialise';

interface StoredPractice {
  checklist: string | null;
  savedReplies: { title: string; text: string }[];
  comments: StoredCommentSettings | null;
}

const readPractice = async (strapi: Core.Strapi): Promise<StoredPractice | null> =>
  (await strapi.db.query('api::practice.practice').findOne({
    select: ['id', 'checklist'],
    populate: { savedReplies: true, comments: true },
  })) as StoredPractice | null;

/** Returns the practice's saved replies and its checklist, one step a line. Joins the transaction that is under way. */
export const loadResponseKit = async (strapi: Core.Strapi): Promise<ResponseKit> => {
  const practice = await readPractice(strapi);
  const steps = (practice?.checklist ?? '').split('\n').map((step) => textOrNull(step));
  return {
    checklist: steps.filter((step) => step !== null),
    savedReplies: (practice?.savedReplies ?? []).map(({ title, text }) => ({ title, text })),
  };
};

/** Returns until when the counsellor is away (ISO 8601), or null if she is not. */
export const awayUntil = async (strapi: Core.Strapi, now: Date): Promise<string | null> => {
  const until = (await readPractice(strapi))?.comments?.awayUntil;
  return until && new Date(until) > now ? new Date(until).toISOString() : null;
};
