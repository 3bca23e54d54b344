import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/database/unit-of-work';
import { demoPhases, type DemoSeed, type DemoStep } from './demo-step';
import { uploadDemoPictures } from './pictures';

const contentTypes = [
  'api::post.post',
  'api::page.page',
  'api::workshop.workshop',
  'api::author.author',
  'api::topic.topic',
] as const;

const isEmpty = async (strapi: Core.Strapi): Promise<boolean> => {
  for (const uid of contentTypes) if ((await strapi.documents(uid).count({})) > 0) return false;
  return true;
};

/** Kept for good: demo content that the counsellor has deleted must not come back by itself. */
const marker = (strapi: Core.Strapi) => strapi.store({ type: 'core', name: 'quiet-room', key: 'demo-content' });

/**
 * Fills an empty database with an invented practice, so that there is something to look at. Once: not into a database
 * that has content of its own, and not again after it was deleted.
 */
export const seedDemo = async (strapi: Core.Strapi, steps: readonly DemoStep[]): Promise<void> => {
  if ((await marker(strapi).get()) || !(await isEmpty(strapi))) return;
  const pictures = await uploadDemoPictures(strapi);
  await inTransaction(strapi, async (uow) => {
    const demo: DemoSeed = { uow, now: new Date(), pictures, documentIds: new Map() };
    for (const phase of demoPhases) {
      for (const { seed } of steps.filter((step) => step.phase === phase)) await seed(demo);
    }
    await marker(strapi).set({ value: { made: true } });
  });
};
