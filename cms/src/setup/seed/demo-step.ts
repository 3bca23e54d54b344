import type { UnitOfWork } from '#src/database/unit-of-work';
import type { StoredFile } from './pictures';
import type { DemoPicture } from './writing';

/** The order in which demo content is created: workshops need an author, posts mention workshops, comments need posts. */
export const demoPhases = ['people', 'workshops', 'posts', 'comments'] as const;

/** What the steps of one run share. */
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
