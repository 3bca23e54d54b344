import { aboutComment } from '#src/api/comment/comment-rows';
import { cancelEmails } from '#src/api/email/outbox/outbox';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { counsellorEmails } from './counsellor-emails';
import { readerEmails } from './reader-emails';

/** Every kind of email that comments cause. */
export const commentEmails = { ...counsellorEmails, ...readerEmails };

/** Cancels the emails of these kinds about a comment that were not delivered yet. */
export const cancelCommentEmails = async (
  uow: UnitOfWork,
  id: number,
  kinds: readonly (keyof typeof commentEmails)[],
): Promise<void> => {
  for (const kind of kinds) await cancelEmails(uow, { about: aboutComment({ id }), kind: commentEmails[kind].kind });
};
