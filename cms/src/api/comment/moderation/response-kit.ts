import type { Core } from '@strapi/strapi';
import type { OpenedComment } from '#src/api/comment/admin-contract';
import type { StoredCommentSettings } from '#src/api/practice/domain/comment-settings';
import { textOrNull } from '#src/http/nullable';

interface Stored {
  checklist: string | null;
  savedReplies: { title: string; words: string }[];
  comments: StoredCommentSettings | null;
}

const readPractice = async (strapi: Core.Strapi): Promise<Stored | null> =>
  (await strapi.db
    .query('api::practice.practice')
    .findOne({ select: ['id', 'checklist'], populate: { savedReplies: true, comments: true } })) as Stored | null;

/** Her saved replies and her checklist, one step a line; joins the transaction that is under way. */
export const practiceKit = async (strapi: Core.Strapi): Promise<OpenedComment['kit']> => {
  const practice = await readPractice(strapi);
  const steps = (practice?.checklist ?? '').split('\n').map((step) => textOrNull(step));
  return {
    checklist: steps.filter((step) => step !== null),
    savedReplies: (practice?.savedReplies ?? []).map(({ title, words }) => ({ title, words })),
  };
};

/** Until when she is away, or null. */
export const awayUntil = async (strapi: Core.Strapi, now: Date): Promise<string | null> => {
  const until = (await readPractice(strapi))?.comments?.awayUntil;
  return until && new Date(until) > now ? new Date(until).toISOString() : null;
};
