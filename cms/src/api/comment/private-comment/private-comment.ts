import type { Core } from '@strapi/strapi';
import type { privateChange, PrivateComment, privateKey } from 'shared';
import type { z } from 'zod';
import { type CommentRow, commentRows, lockComment } from '#src/api/comment/comment-rows';
import { tellCounsellor } from '#src/api/comment/emails/notify-counsellor';
import { removeComment } from '#src/api/comment/moderation/remove-comment';
import { lookedAt } from '#src/api/comment/submission/screen-comment';
import { threadChanged } from '#src/api/comment/threads/thread-changed';
import { practiceOfComments } from '#src/api/practice/comment-practice';
import { inReadTransaction, inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError } from '#src/http/conflict-error';
import { found } from '#src/http/params';
import { lockByToken, openOwn } from './own-comment';
import { mayChange, privateView } from './private-view';

type Change = z.output<typeof privateChange>;

/** What its row says now, as its writer sees it. */
const shown = async (uow: UnitOfWork, { id }: CommentRow): Promise<PrivateComment> =>
  privateView(uow, found(await lockComment(uow, id)));

/** What a writer can do with what they sent, without an account. All of them throw a NotFoundError for a wrong or ended link. */
const privateComments = ({ strapi }: { strapi: Core.Strapi }) => ({
  look: (key: z.output<typeof privateKey>, now: Date): Promise<PrivateComment> =>
    inReadTransaction(strapi, async (uow) => privateView(uow, await openOwn(uow, key, now.getTime()))),

  /** Other words, until there is a decision; the rules look at them anew. ConflictError when it was decided or changed meanwhile. */
  change: ({ token, version, name, words }: Change, now: Date): Promise<PrivateComment> =>
    inTransaction(strapi, async (uow) => {
      const row = await lockByToken(uow, token);
      if (!mayChange(row))
        throw new ConflictError(
          'The counsellor has read this already, so it can’t be changed any more. You can still take your name off or delete it.',
        );
      const { settings } = await practiceOfComments(strapi);
      // The form's trap and stamp were looked at when it was sent.
      const rules = await lookedAt(
        uow,
        { name, words, email: null, trap: false, stampAgeSeconds: 0 },
        settings,
        now,
        row.id,
      );
      const changed = await commentRows(uow)
        .where({ id: row.id, version })
        .whereIn('state', ['waiting', 'spam'])
        .update({ name, words, ...rules, version: version + 1, opened: null, updated_at: now });
      if (changed === 0)
        throw new ConflictError('This was changed elsewhere since you opened it. Please look at it once more.');
      await tellCounsellor(uow, { ...row, ...rules, name, words, version: version + 1 }, now);
      return shown(uow, row);
    }),

  /** Replies that name the writer take the name from this row, so they lose it, too. */
  takeNameOff: (token: string, now: Date): Promise<PrivateComment> =>
    inTransaction(strapi, async (uow) => {
      const row = await lockByToken(uow, token);
      await commentRows(uow).where({ id: row.id }).update({ name: null, updated_at: now });
      if (row.state === 'approved') await threadChanged(uow, row.post_id);
      return shown(uow, row);
    }),

  /** Another link and another code; the old ones end. */
  renewLink: (token: string, now: Date): Promise<PrivateComment> =>
    inTransaction(strapi, async (uow) => {
      const row = await lockByToken(uow, token);
      await commentRows(uow)
        .where({ id: row.id })
        .update({ link_version: row.link_version + 1, updated_at: now });
      return shown(uow, row);
    }),

  remove: (token: string): Promise<void> =>
    inTransaction(strapi, async (uow) => removeComment(uow, await lockByToken(uow, token), 'writer')),
});

export default privateComments;
