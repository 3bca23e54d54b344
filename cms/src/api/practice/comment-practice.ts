import type { Core } from '@strapi/strapi';
import type { StoredCommentSettings } from './domain/comment-settings';

/** What comments need to know of the practice: whose name her replies bear, and her settings. */
export interface PracticeOfComments {
  counsellor: string | null;
  settings: StoredCommentSettings | null;
}

/** Joins the transaction that is under way. */
export const practiceOfComments = async (strapi: Core.Strapi): Promise<PracticeOfComments> => {
  const row = (await strapi.db
    .query('api::practice.practice')
    .findOne({ select: ['id', 'counsellor'], populate: { comments: true } })) as {
    counsellor: string;
    comments: StoredCommentSettings | null;
  } | null;
  return { counsellor: row?.counsellor ?? null, settings: row?.comments ?? null };
};
