import { FixedWindowLimiter, type privateKey, waitWords } from 'shared';
import type { z } from 'zod';
import { type CommentRow, commentRows, lockComment } from '#src/api/comment/comment-rows';
import { isPrivateTokenOf, privateCodeOf } from '#src/api/comment/links';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { TryLaterError } from '#src/http/errors';
import { found } from '#src/http/request';
import { isSameSecret, rowNumberIn } from '#src/security/link-keys';
import { conversationOf } from './conversation';

type Key = z.output<typeof privateKey>;

/** 429: too many wrong codes. */
class TooManyCodesError extends TryLaterError {
  constructor(retryAfterSeconds: number) {
    super(
      `You have entered too many wrong codes. Please wait ${waitWords(retryAfterSeconds)}, or use the private link.`,
      retryAfterSeconds,
    );
  }
}

/** Counts wrong codes: of one network for one comment, and altogether. */
export interface CodeGuesses {
  ofOne: FixedWindowLimiter;
  ofAll: FixedWindowLimiter;
}

const hourMs = 3_600_000;

/**
 * Allows a network ten wrong codes an hour for one comment: numbers are public, and whoever guesses must not lock the
 * writer out. All networks together have 20,000 an hour, which guess one of 2^40 codes once in 6,000 years. Fewer are
 * allowed than are remembered, so that no count is pushed out by others.
 */
export const createCodeGuesses = (): CodeGuesses => ({
  ofOne: new FixedWindowLimiter({ limit: 10, windowMs: hourMs, maxKeys: 25_000 }),
  ofAll: new FixedWindowLimiter({ limit: 20_000, windowMs: hourMs, maxKeys: 1 }),
});

/** A message of a private conversation has no page of its own. */
const isOpenable = (row: CommentRow): boolean =>
  row.state !== 'removed' && !row.from_counsellor && conversationOf(row) === row.id;

const opens = (uow: UnitOfWork, token: string, row: CommentRow): boolean =>
  isPrivateTokenOf(uow.services.linkKeys, token, row) && isOpenable(row);

/**
 * Locks the comment that a token opens.
 *
 * @throws NotFoundError for a wrong link, or one that was renewed
 */
export const lockByToken = async (uow: UnitOfWork, token: string): Promise<CommentRow> => {
  const row = await lockComment(uow, rowNumberIn(token));
  return found(row && opens(uow, token, row) ? row : null);
};

const findByToken = async (uow: UnitOfWork, token: string): Promise<CommentRow | undefined> => {
  const row = await commentRows(uow)
    .where({ id: rowNumberIn(token) })
    .first();
  return row && opens(uow, token, row) ? row : undefined;
};

const findByCode = async (
  uow: UnitOfWork,
  { number, code, network }: { number: number; code: string; network: string | null },
  nowMs: number,
): Promise<CommentRow | undefined> => {
  const { ofOne, ofAll } = uow.services.codeGuesses;
  const guesser = `${network ?? 'unknown'} ${number}`;
  // Consumed before anything is known, so that many parallel guesses are not all allowed.
  const waitSeconds = Math.max(ofOne.consume(guesser, nowMs), ofAll.consume('all', nowMs));
  if (waitSeconds > 0) throw new TooManyCodesError(waitSeconds);
  const row = await commentRows(uow).where({ id: number }).first();
  // Derived for a number that nobody has, too, so that an answer takes as long either way.
  const right = privateCodeOf(uow.services.linkKeys, row ?? { id: number, link_version: 1, secret: '' });
  if (!isSameSecret(code, right) || !row || !isOpenable(row)) return undefined;
  ofOne.refund(guesser);
  ofAll.refund('all');
  return row;
};

/**
 * Returns the comment that a private link, or a number with its code, opens.
 *
 * @throws NotFoundError for a wrong or ended key; TooManyCodesError after too many wrong codes
 */
export const openPrivateComment = async (uow: UnitOfWork, key: Key, nowMs: number): Promise<CommentRow> =>
  found(('token' in key ? await findByToken(uow, key.token) : await findByCode(uow, key, nowMs)) ?? null);
