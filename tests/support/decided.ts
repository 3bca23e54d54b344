import { createRequire } from 'node:module';
import path from 'node:path';
import type { CmsHere } from './cms-in-process.ts';
import { top } from './cms-settings.ts';
import { rowOf } from './comments.ts';

type Approve = (strapi: unknown, trx: unknown, which: { id: number; version: number }, now: Date) => Promise<unknown>;

/** Puts a comment on the page by the step that every approval goes through, with its letters and its count. */
export const approveAsHer = async (cms: CmsHere, number: number): Promise<void> => {
  const { approveComment } = createRequire(import.meta.url)(
    path.join(top, 'cms/dist/src/api/comment/moderation/approve-comment.js'),
  ) as { approveComment: Approve };
  const version = Number((await rowOf(cms, 'comments', { id: number }))?.version);
  const done = await cms.strapi.db.transaction(({ trx }: { trx: unknown }) =>
    approveComment(cms.strapi, trx, { id: number, version }, new Date()),
  );
  if (done === null) throw new Error(`Comment ${number} could not be approved.`);
};
