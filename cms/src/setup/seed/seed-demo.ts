import type { Core } from '@strapi/strapi';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { contentUids } from '#src/documents/document-rules';
import { type StoredFile, uploadDemoPictures } from './pictures';
import type { DemoPicture } from './writing';

/**
 * The order in which demo content is created: workshops need an author, posts mention workshops, comments need posts.
 */
const demoPhases = ['people', 'workshops', 'posts', 'comments'] as const;

/** The state that the steps of one run share. */
export interface DemoSeed {
  readonly uow: UnitOfWork;
  readonly now: Date;
  readonly pictures: Readonly<Record<DemoPicture, StoredFile>>;
  /** Document ids of what earlier steps created, by a name such as `author` or `workshop:sleep`. */
  readonly documentIds: Map<string, string>;
}

export interface DemoStep {
  readonly phase: (typeof demoPhases)[number];
  readonly seed: (demo: DemoSeed) => Promise<unknown>;
}

/** @throws Error when no earlier step created a document of that name */
export const demoDocumentId = ({ documentIds }: DemoSeed, name: string): string => {
  const id = documentIds.get(name);
  if (id === undefined) throw new Error(`The demo content has no ${name} yet.`);
  return id;
};

/** The practice is left out: every installation has one. */
const contentTypes = contentUids.filter((uid) => uid !== 'api::practice.practice');

const isEmpty = async (strapi: Core.Strapi): Promise<boolean> => {
  for (const uid of contentTypes) if ((await strapi.documents(uid).count({})) > 0) return false;
  return true;
};

/** Never deleted: demo content that the counsellor has deleted must not come back by itself. */
const marker = (strapi: Core.Strapi) => strapi.store({ type: 'core', name: 'quiet-room', key: 'demo-content' });

/**
 * Fills an empty database with an invented practice, once: never a database that has other content, and not again after
 * the demo content was deleted.
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
