import type { Core } from '@strapi/strapi';
import type { ChangeMiddleware } from '../../../documents/change';
import { refuse } from '../../../documents/refuse';
import { practiceProblems } from '../domain/practice-problems';
import { practiceOfComments } from '../services/practice-of-comments';

/** The practice is public as soon as it is saved, so what can't be meant as it was typed is refused before. */
export const checkPractice =
  (strapi: Core.Strapi, now: () => Date): ChangeMiddleware =>
  async ({ uid, params }, next) => {
    if (uid === 'api::practice.practice' && params.data !== undefined) {
      const before = (await practiceOfComments(strapi)).settings?.awayUntil ?? null;
      refuse(practiceProblems(params.data, { now: now(), awayUntil: before === null ? null : new Date(before) }));
    }
    return next();
  };
