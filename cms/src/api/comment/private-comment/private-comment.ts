import type { Core } from '@strapi/strapi';
import type { privateChange, PrivateComment, privateKey } from 'shared';
import type { z } from 'zod';
import { type CommentRow, commentRows, lockComment } from '#src/api/comment/comment-rows';
import { notifyCounsellor } from '#src/api/comment/emails/notify-counsellor';
import { removeCommentForGood, removedName, removeNameFrom } from '#src/api/comment/moderation/removal';
import { unlearn } from '#src/api/comment/spam-learning';
import { screeningColumns } from '#src/api/comment/submission';
import { practiceOfComments } from '#src/api/practice/practice-of-comments';
import { recordInTransaction } from '#src/database/applied-erasures';
import { inReadTransaction, inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError } from '#src/http/errors';
import { found } from '#src/http/request';
import { lockByToken, openPrivateComment } from './open-private-comment';
import { mayChange, privateView } from './private-view';

type Change = z.output<typeof privateChange>;

/*
 * What writers can do with their own comment, without an account. Every function throws a NotFoundError for a wrong or
 * ended link.
 */

const viewAgain = async (uow: UnitOfWork, { id }: CommentRow): Promise<PrivateComment> =>
  privateView(uow, found(await lockComment(uow, id)));

/** @throws TooManyCodesError after too many wrong codes */
export const viewPrivateComment = (
  strapi: Core.Strapi,
  key: z.output<typeof privateKey>,
  now: Date,
): Promise<PrivateComment> =>
  inReadTransaction(strapi, async (uow) => privateView(uow, await openPrivateComment(uow, key, now.getTime())));

/**
 * Changes name and text, which are screened again.
 *
 * @throws ConflictError if it was decided or changed meanwhile
 */
export const changeComment = (
  strapi: Core.Strapi,
  { token, version, name, text }: Change,
  now: Date,
): Promise<PrivateComment> =>
  inTransaction(strapi, async (uow) => {
    const row = await lockByToken(uow, token);
    if (!mayChange(row))
      throw new ConflictError(
        'The counsellor has already read this, so you can no longer change it. You can still remove your name or delete it.',
      );
    const { settings } = await practiceOfComments(strapi);
    // The honeypot was checked when it was first sent.
    const screened = { name, text, honeypot: false };
    const columns = await screeningColumns(uow, screened, settings, now, row);
    const learned = { ...(await unlearn(uow, row)), learned_before: null };
    const changed = await commentRows(uow)
      .where({ id: row.id, version })
      .whereIn('state', ['waiting', 'spam'])
      .update({
        name,
        text,
        ...columns,
        ...learned,
        version: version + 1,
        opened_at: null,
        answered_at: null,
        updated_at: now,
      });
    if (changed === 0)
      throw new ConflictError('This was changed elsewhere after you opened it. Please check it again.');
    await notifyCounsellor(uow, { ...row, ...columns, name, text, version: version + 1 }, settings, now);
    return viewAgain(uow, row);
  });

/** Removes the writer's name. Replies that mention it read it from this row, so they lose it, too. */
export const removeName = (strapi: Core.Strapi, token: string, now: Date): Promise<PrivateComment> =>
  inTransaction(strapi, async (uow) => {
    const row = await lockByToken(uow, token);
    await removeNameFrom(uow, row, now);
    await recordInTransaction(uow, removedName(row), now);
    return viewAgain(uow, row);
  });

/** Makes a new link and code; the old ones end. */
export const renewLink = (strapi: Core.Strapi, token: string, now: Date): Promise<PrivateComment> =>
  inTransaction(strapi, async (uow) => {
    const row = await lockByToken(uow, token);
    await commentRows(uow)
      .where({ id: row.id })
      .update({ link_version: row.link_version + 1, updated_at: now });
    return viewAgain(uow, row);
  });

export const deleteOwnComment = (strapi: Core.Strapi, token: string): Promise<void> =>
  inTransaction(strapi, async (uow) => removeCommentForGood(uow, await lockByToken(uow, token), 'writer'));
