import type { Core } from '@strapi/strapi';
import { practiceAccess, practiceComponents } from '#src/api/practice/content-access';
import { type StoredAvailability, withUpdated } from '#src/api/practice/domain/availability';
import { withoutStaleCredentialChecks } from '#src/api/practice/domain/credentials';
import { withFollowingRelay, withoutStaleChecks } from '#src/api/practice/domain/help-lines';
import { practiceErrors } from '#src/api/practice/domain/practice-errors';
import { withUsualSettings } from '#src/api/practice/domain/settings';
import { factsComponentViews } from '#src/api/practice/facts-views';
import { seedDemoPractice, setUpPractice } from '#src/api/practice/first-practice';
import { moveAccreditation } from '#src/api/practice/move-accreditation';
import { practiceOfComments } from '#src/api/practice/practice-of-comments';
import { practiceCheck } from '#src/api/practice/read-practice';
import { roomComponentViews } from '#src/api/practice/room-views';
import { helpLineView, practiceView } from '#src/api/practice/views';
import { throwIfInvalid } from '#src/documents/check-before-publishing';
import type { ChangeMiddleware } from '#src/documents/document-rules';
import type { Feature } from '#src/feature';

const storedChecks = async (strapi: Core.Strapi): Promise<{ helpLines?: unknown; credentials?: unknown }> =>
  ((await strapi.db.query('api::practice.practice').findOne({ populate: { helpLines: true, credentials: true } })) as
    object | null) ?? {};

const storedAvailability = async (strapi: Core.Strapi): Promise<StoredAvailability | null> =>
  (await strapi.db
    .query('api::practice.practice')
    .findOne({ select: ['id', 'availability', 'availableFrom', 'availabilityNote'] })) as StoredAvailability | null;

/**
 * Rejects entries that cannot be shown as they were typed, because the practice is public as soon as it is saved; lets
 * the Relay UK number follow a changed one, and does not let the site claim that what has changed was checked.
 */
const checkPractice =
  (strapi: Core.Strapi, clock: () => Date): ChangeMiddleware =>
  async ({ uid, action, params }, next) => {
    if (uid !== 'api::practice.practice' || params.data === undefined) return next();
    const now = clock();
    const { helpLines, credentials } = params.data;
    if (action === 'update' && (helpLines !== undefined || credentials !== undefined)) {
      const stored = await storedChecks(strapi);
      const followed = withFollowingRelay(helpLines, stored.helpLines);
      params.data = {
        ...params.data,
        ...(helpLines !== undefined && { helpLines: withoutStaleChecks(followed, stored.helpLines, now) }),
        ...(credentials !== undefined && {
          credentials: withoutStaleCredentialChecks(credentials, stored.credentials, now),
        }),
      };
    }
    const { away } = await practiceOfComments(strapi);
    throwIfInvalid(practiceErrors(params.data, { now, awayUntil: away === null ? null : new Date(away.until) }));
    params.data = withUpdated(withUsualSettings(params.data), await storedAvailability(strapi), now);
    return next();
  };

export const practice: Feature = {
  name: 'practice',
  contentAccess: practiceAccess,
  componentAccess: practiceComponents,
  siteActions: ['api::practice.practice.find'],
  documentRules: [{ phase: 'validate', rule: (strapi) => checkPractice(strapi, () => new Date()) }],
  views: [practiceView, helpLineView, ...factsComponentViews, ...roomComponentViews],
  setUp: async (strapi) => {
    await setUpPractice(strapi);
    await moveAccreditation(strapi);
  },
  demo: [{ phase: 'people', seed: seedDemoPractice }],
  readiness: [practiceCheck],
  personalData: 'none',
};
