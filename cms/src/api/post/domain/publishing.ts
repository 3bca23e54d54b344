import { typedPostDates } from '#src/api/post/typed-dates';
import type { FieldError } from '#src/documents/check-before-publishing';
import { isDescribed, type Picture, textErrors } from '#src/documents/publishable-text';
import { plainText } from '#src/rich-text/rich-text';
import { dayAt } from '#src/time/days';

interface Dated {
  published: string | null;
  updated: string | null;
}
interface PostText {
  title: string | null;
  contentNote: string | null;
  body: unknown;
}

const haveSameText = (a: PostText, b: PostText): boolean =>
  a.title === b.title && (a.contentNote ?? '') === (b.contentNote ?? '') && plainText(a.body) === plainText(b.body);

const sameInstant = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && Date.parse(a) === Date.parse(b));

/**
 * Returns the two dates that readers see of a post that is published at `now`. `published` is set once and kept, unless
 * the counsellor or an import sets another. `updated` is set when the text of a post that is already public changes,
 * unless it was typed in or imported.
 *
 * @param live the version that readers see until now, or null
 * @param now ISO 8601
 */
export const datesAtPublication = (
  draft: Dated & PostText,
  live: (Dated & PostText) | null,
  now: string,
): { published: string; updated: string | null } => {
  const published = draft.published ?? live?.published ?? now;
  const typed = live === null || !sameInstant(draft.updated, live.updated);
  return { published, updated: typed || haveSameText(draft, live) ? draft.updated : now };
};

/**
 * Returns `updated` if it is on a later day than `published`, else null: readers see no edit of the first day.
 *
 * @param timeZone the practice's, in which readers see both
 */
export const updatedForReaders = (published: string, updated: string | null, timeZone: string): string | null =>
  updated !== null && dayAt(updated, timeZone) > dayAt(published, timeZone) ? updated : null;

/**
 * Returns whether the value of a relation names a document, in any form that Strapi accepts: an id, a documentId,
 * `{ documentId }`, or `{ connect | set: … }` of these.
 */
export const namesSomebody = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value !== 'object' || value === null) return value !== null && value !== undefined && value !== '';
  const { connect, set, id, documentId } = value as Record<string, unknown>;
  return [connect, set, id, documentId].some(namesSomebody);
};

/** What is checked of a page before it is published. */
export interface PageDraft {
  title: string | null;
  body: unknown;
}
/** What is checked of a post before it is published. */
export interface PostDraft extends PageDraft, Dated {
  cover: Picture | null;
}

/**
 * Returns every error that keeps a post from being published.
 *
 * @param describedFiles the hashes of uploads that have an alternative text now: the text itself only keeps a copy from
 *   the moment at which the picture was inserted
 * @param now there is no date in the future: a post goes up when it is published
 */
export const postErrors = (draft: PostDraft, describedFiles: ReadonlySet<string>, now: Date): FieldError[] => [
  ...textErrors(draft, describedFiles),
  ...typedPostDates(draft, now),
  ...(draft.cover !== null && !isDescribed(draft.cover)
    ? [
        {
          field: 'cover',
          message:
            'The picture has no description yet. Edit it, and say what it shows under “Description (alternative text)”.',
        },
      ]
    : []),
];
