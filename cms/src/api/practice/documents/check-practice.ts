import type { Core } from '@strapi/strapi';
import { practiceOfComments } from '#src/api/practice/comment-practice';
import { practiceProblems } from '#src/api/practice/domain/practice-errors';
import type { ChangeMiddleware } from '#src/documents/change';
import { throwIfInvalid } from '#src/documents/validation-errors';

/** The practice is public as soon as it is saved, so what can't be meant as it was typed is refused before. */
export const checkPractice =
  (strapi: Core.Strapi, now: () => Date): ChangeMiddleware =>
  async ({ uid, params }, next) => {
    if (uid === 'api::practice.practice' && params.data !== undefined) {
      const before = (await practiceOfComments(strapi)).settings?.awayUntil ?? null;
      throwIfInvalid(
        practiceProblems(params.data, { now: now(), awayUntil: before === null ? null : new Date(before) }),
      );
    }
    return next();
  };
