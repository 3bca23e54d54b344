import { commentRows } from '#src/api/comment/comment-rows';
import { firstLook } from '#src/api/comment/domain/screening';
import { fingerprint } from '#src/api/comment/domain/spam/fingerprint';
import { type StoredCommentSettings, wordListOf } from '#src/api/practice/domain/comment-settings';
import type { UnitOfWork } from '#src/database/unit-of-work';

const week = 7 * 86_400_000;

interface Arrived {
  name: string;
  words: string;
  email: string | null;
  trap: boolean;
  stampAgeSeconds: number | null;
}

/** How many others said the same within the last week. */
const sameBefore = async (uow: UnitOfWork, print: string, now: Date, self: number | null): Promise<number> => {
  const same = commentRows(uow)
    .where({ fingerprint: print, from_counsellor: false })
    .where('sent', '>', new Date(now.getTime() - week));
  const [counted]: { n: number | string }[] = await (self === null ? same : same.whereNot({ id: self })).count({
    n: '*',
  });
  return Number(counted?.n ?? 0);
};

/** What the rules say of words that have just arrived or, with the number `self`, were changed: as columns of their row. */
export const lookedAt = async (
  uow: UnitOfWork,
  arrived: Arrived,
  settings: StoredCommentSettings | null,
  now: Date,
  self: number | null,
) => {
  const print = fingerprint(arrived.words);
  const { state, care, suspicions, personalDetails } = firstLook({
    ...arrived,
    sameBefore: await sameBefore(uow, print, now, self),
    wordList: wordListOf(settings),
  });
  return {
    state,
    fingerprint: print,
    care_kind: care?.kind ?? null,
    care_urgent: care?.urgent ?? false,
    care_because: JSON.stringify(care?.because ?? null),
    suspicions: JSON.stringify(suspicions),
    personal_details: personalDetails,
  };
};
