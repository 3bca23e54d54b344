import type { Core } from '@strapi/strapi';
import { maxUnreadMessages, type PrivateComment, type privateMessage } from 'shared';
import type { z } from 'zod';
import { type CommentRow, commentRows, insertComment } from '#src/api/comment/comment-rows';
import { notifyCounsellor } from '#src/api/comment/emails/notify-counsellor';
import { screeningColumns } from '#src/api/comment/submission';
import type { StoredCommentSettings } from '#src/api/practice/domain/settings';
import { awayUntil, practiceOfComments } from '#src/api/practice/practice-of-comments';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError } from '#src/http/errors';
import { macOfContent } from '#src/security/sent-content';
import { mayWriteBack, messagesBelow } from './conversation';
import { lockByToken } from './open-private-comment';
import { privateView } from './private-view';

type Message = z.output<typeof privateMessage>;

/** Returns why nothing can be written back now, as a sentence; null if something can. */
const obstacleTo = (row: CommentRow, messages: readonly CommentRow[], away: string | null): string | null => {
  if (!mayWriteBack(row, messages)) return 'You can write back once this has been read. Until then, you can change it.';
  if (away !== null) return 'The counsellor is away, so nobody would read this. Please write when they are back.';
  const unread = messages.filter((message) => !message.from_counsellor && message.opened_at === null);
  return unread.length >= maxUnreadMessages
    ? 'Your last messages have not been read yet. Please wait until they have been.'
    : null;
};

/** The message is screened like any comment, and belongs to whoever the conversation belongs to. */
const insertMessage = async (
  uow: UnitOfWork,
  row: CommentRow,
  { text, nonce, contentMac }: Pick<Message, 'text' | 'nonce'> & { contentMac: string },
  settings: StoredCommentSettings | null,
  now: Date,
): Promise<CommentRow | undefined> => {
  const screened = { name: row.name ?? '', text, honeypot: false };
  return insertComment(uow, {
    post_id: row.post_id,
    root_id: row.id,
    parent_id: row.id,
    audience: 'counsellor',
    from_counsellor: false,
    name: row.name,
    text,
    mailbox_id: row.mailbox_id,
    ...(await screeningColumns(uow, screened, settings, now, null)),
    nonce,
    content_mac: contentMac,
    sent_at: now,
  });
};

/**
 * Stores what a writer wrote back on the private page, and notifies the counsellor. A form that is sent twice makes one
 * message; one that was changed and sent again makes another.
 *
 * @throws NotFoundError for a wrong or ended link; ConflictError while nothing can be written back
 */
export const writeBack = (strapi: Core.Strapi, { token, text, nonce }: Message, now: Date): Promise<PrivateComment> =>
  inTransaction(strapi, async (uow) => {
    // Locked, so that the same form sent twice at once comes one after the other.
    const row = await lockByToken(uow, token);
    const contentMac = macOfContent(uow.services.linkKeys, `comment:${row.id}`, { text });
    const isRepeated = await commentRows(uow).where({ nonce, content_mac: contentMac }).first('id');
    if (isRepeated) return privateView(uow, row);
    const obstacle = obstacleTo(row, await messagesBelow(uow, row.id), await awayUntil(strapi, now));
    if (obstacle !== null) throw new ConflictError(obstacle);
    const { settings } = await practiceOfComments(strapi);
    const inserted = await insertMessage(uow, row, { text, nonce, contentMac }, settings, now);
    if (inserted) await notifyCounsellor(uow, inserted, settings, now);
    return privateView(uow, row);
  });
