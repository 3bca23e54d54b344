import type { Core } from '@strapi/strapi';
import { throwIfInvalid } from '#src/documents/check-before-publishing';
import type { ChangeMiddleware } from '#src/documents/document-rules';
import { practiceErrors } from './domain/practice-errors';
import { practiceOfComments } from './read-practice';

/** Rejects entries that cannot be shown as they were typed, because the practice is public as soon as it is saved. */
export const checkPractice =
  (strapi: Core.Strapi, now: () => Date): ChangeMiddleware =>
  async ({ uid, params }, next) => {
    if (uid === 'api::practice.practice' && params.data !== undefined) {
      const before = (await practiceOfComments(strapi)).settings?.awayUntil ?? null;
      throwIfInvalid(practiceErrors(params.data, { now: now(), awayUntil: before === null ? null : new Date(before) }));
    }
    return next();
  };
