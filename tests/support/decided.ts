import type { CmsHere } from './cms-in-process.ts';
import { cmsPart, inUnitOfWork } from './cms-parts.ts';
import { rowOf } from './comments.ts';

type Approve = (uow: unknown, which: { id: number; version: number }, now: Date) => Promise<unknown>;

/** Puts a comment on the page by the step that every approval goes through, with its emails and its count. */
export const approveAsHer = async (cms: CmsHere, number: number): Promise<void> => {
  const { approveComment } = cmsPart<{ approveComment: Approve }>('api/comment/moderation/moderate-comment.js');
  const version = Number((await rowOf(cms, 'comments', { id: number }))?.version);
  const done = await inUnitOfWork(cms.strapi, (uow) => approveComment(uow, { id: number, version }, new Date()));
  if (done === null) throw new Error(`Comment ${number} could not be approved.`);
};
