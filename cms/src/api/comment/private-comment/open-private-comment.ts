import { timingSafeEqual } from 'node:crypto';
import { errors } from '@strapi/utils';
import { FixedWindowLimiter, type privateKey, waitWords } from 'shared';
import type { z } from 'zod';
import { type CommentRow, commentRows, lockComment } from '#src/api/comment/comment-rows';
import { privateCodeOf, readPrivateToken } from '#src/api/comment/links';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { found } from '#src/http/request';

type Key = z.output<typeof privateKey>;

/** 429: too many wrong codes. */
export class TooManyCodesError extends errors.RateLimitError {
  constructor(readonly retryAfterSeconds: number) {
    super(
      `You have entered too many wrong codes. Please wait ${waitWords(retryAfterSeconds)}, or use the private link.`,
    );
  }
}

/** Counts wrong codes, by comment and altogether. */
export interface CodeGuesses {
  ofOne: FixedWindowLimiter;
  ofAll: FixedWindowLimiter;
}

const hourMs = 3_600_000;

/**
 * Allows ten wrong codes an hour for one comment, and a thousand altogether: fewer than are remembered, so that no
 * count is pushed out by others.
 */
export const createCodeGuesses = (): CodeGuesses => ({
  ofOne: new FixedWindowLimiter({ limit: 10, windowMs: hourMs, maxKeys: 10_000 }),
  ofAll: new FixedWindowLimiter({ limit: 1_000, windowMs: hourMs, maxKeys: 1 }),
});

const isOpenable = (row: CommentRow): boolean => row.state !== 'removed' && !row.from_counsellor;

/**
 * Locks the comment that a token opens.
 *
 * @throws NotFoundError for a wrong link, or one that was renewed
 */
export const lockByToken = async (uow: UnitOfWork, token: string): Promise<CommentRow> => {
  const link = found(readPrivateToken(uow.services.linkKeys, token));
  const row = await lockComment(uow, link.number);
  return found(row && row.link_version === link.linkVersion && isOpenable(row) ? row : null);
};

const findByToken = async (uow: UnitOfWork, token: string): Promise<CommentRow | undefined> => {
  const link = readPrivateToken(uow.services.linkKeys, token);
  return link ? await commentRows(uow).where({ id: link.number, link_version: link.linkVersion }).first() : undefined;
};

const isSameCode = (typed: string, right: string): boolean =>
  typed.length === right.length && timingSafeEqual(Buffer.from(typed), Buffer.from(right));

const findByCode = async (
  uow: UnitOfWork,
  { number, code }: { number: number; code: string },
  nowMs: number,
): Promise<CommentRow | undefined> => {
  const { ofOne, ofAll } = uow.services.codeGuesses;
  // Consumed before anything is known, so that many parallel guesses are not all allowed.
  const waitSeconds = Math.max(ofOne.consume(String(number), nowMs), ofAll.consume('all', nowMs));
  if (waitSeconds > 0) throw new TooManyCodesError(waitSeconds);
  const row = await commentRows(uow).where({ id: number }).first();
  // Derived for a number that nobody has, too, so that an answer takes as long either way.
  const right = privateCodeOf(uow.services.linkKeys, { number, linkVersion: row?.link_version ?? 1 });
  if (!isSameCode(code, right) || !row) return undefined;
  ofOne.refund(String(number));
  ofAll.refund('all');
  return row;
};

/**
 * Returns the comment that a private link, or a number with its code, opens.
 *
 * @throws NotFoundError for a wrong or ended key; TooManyCodesError after too many wrong codes
 */
export const openPrivateComment = async (uow: UnitOfWork, key: Key, nowMs: number): Promise<CommentRow> => {
  const row = 'token' in key ? await findByToken(uow, key.token) : await findByCode(uow, key, nowMs);
  return found(row && isOpenable(row) ? row : null);
};
