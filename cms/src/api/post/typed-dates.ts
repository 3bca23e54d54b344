import type { FieldError } from '#src/documents/check-before-publishing';

/** The dates of a post as they are entered: instants, or nothing. */
interface TypedDates {
  readonly published?: unknown;
  readonly updated?: unknown;
}

/** Nothing on the web is older; an earlier year is mistyped. */
const firstYear = 1990;

const future = {
  published:
    '“Published” is in the future, but a post goes up as soon as you publish it. Leave the date empty to use today’s, or keep the post as a draft and publish it on that day.',
  updated: '“Updated” is in the future. Leave it empty: it is filled in when you publish a change.',
} as const;

const dateErrors = (field: keyof typeof future, value: unknown, now: Date): FieldError[] => {
  const date = new Date(typeof value === 'string' ? value : Number.NaN);
  if (Number.isNaN(date.getTime())) return [];
  if (date > now) return [{ field, message: future[field] }];
  const label = field === 'published' ? 'Published' : 'Updated';
  return date.getUTCFullYear() < firstYear
    ? [{ field, message: `Check the year of “${label}”: it is ${date.getUTCFullYear()}.` }]
    : [];
};

/** Returns what is wrong with the dates of a post; there is none in the future: a post goes up when it is published. */
export const typedPostDates = ({ published, updated }: TypedDates, now: Date): FieldError[] => [
  ...dateErrors('published', published, now),
  ...dateErrors('updated', updated, now),
];
