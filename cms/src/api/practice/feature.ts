import type { Core } from '@strapi/strapi';
import { practiceAccess, practiceComponents } from '#src/api/practice/content-access';
import { practiceErrors } from '#src/api/practice/domain/practice-errors';
import { seedDemoPractice, setUpPractice } from '#src/api/practice/first-practice';
import { practiceOfComments } from '#src/api/practice/read-practice';
import { helpLineView, practiceView } from '#src/api/practice/views';
import { throwIfInvalid } from '#src/documents/check-before-publishing';
import type { ChangeMiddleware } from '#src/documents/document-rules';
import type { Feature } from '#src/feature';

/** Rejects entries that cannot be shown as they were typed, because the practice is public as soon as it is saved. */
const checkPractice =
  (strapi: Core.Strapi, now: () => Date): ChangeMiddleware =>
  async ({ uid, params }, next) => {
    if (uid === 'api::practice.practice' && params.data !== undefined) {
      const before = (await practiceOfComments(strapi)).settings?.awayUntil ?? null;
      throwIfInvalid(practiceErrors(params.data, { now: now(), awayUntil: before === null ? null : new Date(before) }));
    }
    return next();
  };

export const practice: Feature = {
  name: 'practice',
  contentAccess: practiceAccess,
  componentAccess: practiceComponents,
  siteActions: ['api::practice.practice.find'],
  documentRules: [{ phase: 'validate', rule: (strapi) => checkPractice(strapi, () => new Date()) }],
  views: [practiceView, helpLineView],
  setUp: setUpPractice,
  demo: [{ phase: 'people', seed: seedDemoPractice }],
  personalData: 'none',
};
