import type { Core } from '@strapi/strapi';
import type { ActOutcome, AsRead, DeskDecision } from '#src/api/comment/admin-contract';
import { commentRows, lockComment } from '#src/api/comment/comment-rows';
import { afterDecision, possibleDecisions, sinceThen } from '#src/api/comment/domain/moderation-decision';
import { appearObstacle } from '#src/api/comment/domain/reply-position';
import { threadChanged } from '#src/api/comment/threads/thread-changed';
import { cancelEmails } from '#src/api/email/outbox/cancel-emails';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { approveComment } from './approve-comment';
import type { DeskRow } from './moderation-row';
import { settleAllReports } from './settle-reports';

/** The row, locked until the transaction ends, if it is still what she read; else what happened to it. */
export const lockAsRead = async (uow: UnitOfWork, read: AsRead): Promise<DeskRow | ActOutcome> => {
  const row = (await lockComment(uow, read.number)) as DeskRow | null;
  const result = sinceThen(read, row);
  return row === null || result !== null ? { number: read.number, result: result ?? 'gone' } : row;
};

export const isOutcome = (locked: DeskRow | ActOutcome): locked is ActOutcome => 'result' in locked;

/** Where the comment that begins its thread stands; null for one that begins a thread itself. */
export const rootOf = async (uow: UnitOfWork, row: DeskRow) => {
  if (row.root_id === null) return null;
  const root = await lockComment(uow, row.root_id);
  return root && { state: root.state, hidden: Boolean(root.hidden) };
};

/** Emails about a comment that have not gone yet and make no sense any more. */
export const takeBack = async (uow: UnitOfWork, id: number, kinds: readonly string[]): Promise<void> => {
  for (const kind of kinds) await cancelEmails(uow, { about: `comment:${id}`, kind });
};

/** Her decision as the row has it, and what follows from it: on the page with its emails, or off it and nobody is told any more. */
export const setDecision = async (uow: UnitOfWork, row: DeskRow, decision: DeskDecision, now: Date): Promise<void> => {
  const { id, version } = row;
  await takeBack(uow, id, ['something-waiting']);
  if (decision === 'approve') {
    await commentRows(uow).where({ id }).whereNull('opened').update({ opened: now });
    await approveComment(uow, { id, version }, now);
    return;
  }
  await takeBack(uow, id, ['comment-appeared', 'someone-replied', 'report-waiting']);
  await settleAllReports(uow, id, now);
  const { state, stateBefore, decided, opened } = afterDecision(
    { state: row.state, opened: row.opened },
    decision,
    now,
  );
  await commentRows(uow).where({ id }).update({
    state,
    state_before: stateBefore,
    decided,
    opened,
    care_kind: null,
    care_urgent: false,
    care_because: null,
    updated_at: now,
  });
  if (row.state === 'approved') await threadChanged(uow, row.post_id);
};

/** Decides about one comment, if it is still what she read. */
export const decideComment = (
  strapi: Core.Strapi,
  read: AsRead,
  decision: DeskDecision,
  now: Date,
): Promise<ActOutcome> =>
  inTransaction(strapi, async (uow) => {
    const row = await lockAsRead(uow, read);
    if (isOutcome(row)) return row;
    const { number } = read;
    if (!possibleDecisions({ ...row, fromCounsellor: Boolean(row.from_counsellor) }).includes(decision)) {
      return { number, result: 'refused', because: 'This can’t be decided about it as it stands.' };
    }
    const obstacle = decision === 'approve' ? appearObstacle(row.root_id !== null, await rootOf(uow, row)) : null;
    if (obstacle !== null) return { number, result: 'refused', because: obstacle };
    await setDecision(uow, row, decision, now);
    return { number, result: 'done' };
  });
