import { timingSafeEqual } from 'node:crypto';
import { Attempts, type privateKey } from 'shared';
import type { z } from 'zod';
import { type CommentRow, commentRows, lockComment } from '#src/api/comment/comment-rows';
import { privateCodeOf, readPrivateToken } from '#src/api/comment/links/private-comment-token';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { found } from '#src/http/params';
import { servicesOf } from '#src/services';
import { TooManyCodes } from './too-many-codes';

type Key = z.output<typeof privateKey>;

/** Wrong codes, counted by comment and altogether. */
export interface CodeGuesses {
  ofOne: Attempts;
  ofAll: Attempts;
}

const hour = 3_600_000;

/** Ten wrong ones an hour for one comment; a thousand altogether, fewer than are remembered, so that no count is pushed out. */
export const noCodeGuesses = (): CodeGuesses => ({
  ofOne: new Attempts({ most: 10, window: hour, remembered: 10_000 }),
  ofAll: new Attempts({ most: 1_000, window: hour, remembered: 1 }),
});

/** The comment that a token opens, locked for what is to be done with it; NotFoundError for a wrong or ended link. */
export const lockByToken = async (uow: UnitOfWork, token: string): Promise<CommentRow> => {
  const to = found(readPrivateToken(servicesOf(strapi).linkKeys, token));
  const row = await lockComment(uow, to.number);
  return found(
    row && row.link_version === to.linkVersion && row.state !== 'removed' && !row.from_counsellor ? row : null,
  );
};

const byToken = async (uow: UnitOfWork, token: string): Promise<CommentRow | undefined> => {
  const to = readPrivateToken(servicesOf(strapi).linkKeys, token);
  return to ? await commentRows(uow).where({ id: to.number, link_version: to.linkVersion }).first() : undefined;
};

const sameCode = (typed: string, right: string): boolean =>
  typed.length === right.length && timingSafeEqual(Buffer.from(typed), Buffer.from(right));

const byCode = async (
  uow: UnitOfWork,
  { number, code }: { number: number; code: string },
  now: number,
): Promise<CommentRow | undefined> => {
  const { ofOne, ofAll } = servicesOf(strapi).codeGuesses;
  // Taken before anything is known, so that many guesses at once are not all let through.
  const wait = Math.max(ofOne.take(String(number), now), ofAll.take('all', now));
  if (wait > 0) throw new TooManyCodes(wait);
  const row = await commentRows(uow).where({ id: number }).first();
  // Worked out for a number that nobody has, too: an answer takes as long either way.
  const right = privateCodeOf(servicesOf(strapi).linkKeys, { number, linkVersion: row?.link_version ?? 1 });
  if (!sameCode(code, right) || !row) return undefined;
  ofOne.giveBack(String(number));
  ofAll.giveBack('all');
  return row;
};

/**
 * The comment that a private link or a number with its code opens.
 *
 * @param now milliseconds
 * @throws NotFoundError for a wrong or ended one; TooManyCodes after too many wrong codes
 */
export const openOwn = async (uow: UnitOfWork, key: Key, now: number): Promise<CommentRow> => {
  const row = 'token' in key ? await byToken(uow, key.token) : await byCode(uow, key, now);
  return found(row && row.state !== 'removed' && !row.from_counsellor ? row : null);
};
