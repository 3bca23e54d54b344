import type { Core } from '@strapi/strapi';
import { inTransaction, tableRows, type UnitOfWork } from '#src/database/unit-of-work';
import { type CommentRow, commentRows } from './comment-rows';
import { featuresOfComment } from './domain/spam/judge-spam';
import { type Count, noCount, type SpamCounts, type SpamLabel } from './domain/spam/learning/spam-counts';

/** In how many comments that the counsellor decided about a bucket's features were. No word and no comment is named. */
interface CountRow extends Record<SpamLabel, number> {
  bucket: number;
}

const countRows = tableRows<CountRow>('spam_counts');

/** This row counts the comments themselves. */
const allComments = -1;

/** From so many comments on, all counts are halved: what was learned long ago fades, and no number grows for ever. */
const maxLearned = 2_000;

/** Creates the table of what the spam filter has learned; it has at most as many rows as there are buckets. */
export const createSpamCounts = (strapi: Core.Strapi): Promise<unknown> =>
  strapi.db.connection.raw(
    'create table if not exists spam_counts (bucket integer primary key, spam integer not null, human integer not null)',
  );

/** What a comment's decision has taught: its columns, so that it can be untaught. */
type Lesson = Pick<CommentRow, 'name' | 'text' | 'learned_as'>;

const bucketsOf = ({ name, text }: Lesson): number[] =>
  [...featuresOfComment({ name: name ?? '', text: text ?? '' }).keys()].sort((a, b) => a - b);

/** SQLite accepts a limited number of values in a statement, and a statement for each bucket would be slow. */
const rowsAtOnce = 500;

const add = async (uow: UnitOfWork, buckets: readonly number[], label: SpamLabel): Promise<void> => {
  for (let from = 0; from < buckets.length; from += rowsAtOnce) {
    await countRows(uow)
      .insert(buckets.slice(from, from + rowsAtOnce).map((bucket) => ({ bucket, spam: 0, human: 0, [label]: 1 })))
      .onConflict('bucket')
      .merge({ [label]: uow.trx.raw('spam_counts.?? + 1', [label]) });
  }
};

const subtract = async (uow: UnitOfWork, buckets: readonly number[], label: SpamLabel): Promise<void> => {
  for (let from = 0; from < buckets.length; from += rowsAtOnce) {
    await countRows(uow)
      .whereIn('bucket', buckets.slice(from, from + rowsAtOnce))
      .where(label, '>', 0)
      .decrement(label, 1);
  }
};

/** Makes another decision wait, so that no two of them lock the same rows in another order (PostgreSQL). */
const lockCounts = async (uow: UnitOfWork): Promise<void> => {
  await countRows(uow)
    .insert({ bucket: allComments, spam: 0, human: 0 })
    .onConflict('bucket')
    .merge({ spam: uow.trx.raw('spam_counts.spam') });
};

const deleteEmpty = (uow: UnitOfWork): Promise<number> => countRows(uow).where({ spam: 0, human: 0 }).delete();

/** Returns from how many comments of each kind the filter has learned. */
export const countLearned = async (uow: UnitOfWork): Promise<Count> => {
  const row: CountRow | undefined = await countRows(uow).where({ bucket: allComments }).first();
  return row ? { spam: row.spam, human: row.human } : noCount;
};

const fade = async (uow: UnitOfWork): Promise<void> => {
  const { spam, human } = await countLearned(uow);
  if (spam + human <= maxLearned) return;
  await countRows(uow).update({ spam: uow.trx.raw('spam / 2'), human: uow.trx.raw('human / 2') });
  await deleteEmpty(uow);
};

/**
 * Teaches the spam filter what the counsellor says a comment is, instead of what it taught before; null for nothing.
 * Returns what to store in the comment's row.
 *
 * @param row locked by the caller, with the text that the decision is about
 */
export async function learnFrom(
  uow: UnitOfWork,
  row: Lesson,
  label: SpamLabel | null,
): Promise<{ learned_as: SpamLabel | null }> {
  if (row.learned_as === label) return { learned_as: label };
  await lockCounts(uow);
  const buckets = [allComments, ...bucketsOf(row)];
  if (row.learned_as !== null) await subtract(uow, buckets, row.learned_as);
  if (label !== null) await add(uow, buckets, label);
  await deleteEmpty(uow);
  await fade(uow);
  return { learned_as: label };
}

/** Untaught when the writer changes what the counsellor's decision was about: nobody said anything of the new text. */
export const unlearn = (uow: UnitOfWork, row: Lesson) => learnFrom(uow, row, null);

/** Returns what the counsellor's decisions have taught about the features of a text. */
export async function learnedAbout(uow: UnitOfWork, comment: { name: string; text: string }): Promise<SpamCounts> {
  const buckets = bucketsOf({ ...comment, learned_as: null });
  const rows: CountRow[] = await countRows(uow)
    .whereIn('bucket', [allComments, ...buckets])
    .select('*');
  const counts = new Map(rows.map((row) => [row.bucket, row]));
  return { comments: counts.get(allComments) ?? noCount, inBucket: (bucket) => counts.get(bucket) ?? noCount };
}

/** Forgets everything that the counsellor's decisions have taught the filter. The decisions themselves stay. */
export const forgetLearning = (strapi: Core.Strapi): Promise<void> =>
  inTransaction(strapi, async (uow) => {
    await commentRows(uow).whereNotNull('learned_as').update({ learned_as: null });
    await commentRows(uow).whereNotNull('learned_before').update({ learned_before: null });
    // Last, as decisions do: they lock a comment before the counts.
    await countRows(uow).delete();
  });
