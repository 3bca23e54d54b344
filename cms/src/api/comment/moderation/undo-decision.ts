import type { Core } from '@strapi/strapi';
import type { ActOutcome, AsRead } from '#src/api/comment/admin-contract';
import { commentRows } from '#src/api/comment/comment-rows';
import { careFlag } from '#src/api/comment/domain/care/care-flag';
import { afterUndo } from '#src/api/comment/domain/moderation-decision';
import { appearObstacle } from '#src/api/comment/domain/reply-position';
import { threadChanged } from '#src/api/comment/threads/thread-changed';
import { inTransaction } from '#src/database/unit-of-work';
import { isOutcome, lockAsRead, rootOf, takeBack } from './decide-comment';

/** Takes her last decision back: the page follows at once, and emails that have not gone yet never do. */
export const undoDecision = (strapi: Core.Strapi, read: AsRead, now: Date): Promise<ActOutcome> =>
  inTransaction(strapi, async (uow) => {
    const row = await lockAsRead(uow, read);
    if (isOutcome(row)) return row;
    const { number } = read;
    if (row.state_before === null) return { number, result: 'refused', because: 'There is no decision to take back.' };
    const backOnPage = row.state_before === 'approved';
    const obstacle = backOnPage ? appearObstacle(row.root_id !== null, await rootOf(uow, row)) : null;
    if (obstacle !== null) return { number, result: 'refused', because: obstacle };
    await takeBack(uow, number, ['comment-appeared', 'someone-replied']);
    const { state, stateBefore, decided, careKind, careUrgent, careBecause } = afterUndo(
      row.state_before,
      careFlag(row.words ?? ''),
      now,
    );
    await commentRows(uow)
      .where({ id: number })
      .update({
        state,
        state_before: stateBefore,
        decided,
        care_kind: careKind,
        care_urgent: careUrgent,
        care_because: JSON.stringify(careBecause),
        updated_at: now,
      });
    if (backOnPage || row.state === 'approved') await threadChanged(uow, row.post_id);
    return { number, result: 'done' };
  });
