import { throwIfInvalid } from './check-before-publishing';

interface Used {
  documentId: string;
  title: string | null;
}

/** How many titles a refusal names. */
const maxNamed = 3;

/** Returns titles in a sentence: `“One”, “Two”, “Three” and 2 more`. */
const listOf = (titles: readonly string[]): string => {
  const named = titles.slice(0, maxNamed).map((title) => `“${title}”`);
  const more = titles.length - named.length;
  const parts = more > 0 ? [...named, `${more} more`] : named;
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
};

/**
 * Refuses to delete what other documents show.
 * @param rows drafts and published versions of the documents that use it
 * @param sentence returns the refusal from the list of their titles
 * @throws ValidationError beside the name
 */
export const refuseInUse = (rows: readonly Used[], sentence: (list: string) => string): void => {
  const titles = new Map(
    rows.map(({ documentId, title }) => [documentId, (title ?? '').trim() || 'a draft without a title']),
  );
  if (titles.size > 0) throwIfInvalid([{ field: 'name', message: sentence(listOf([...titles.values()])) }]);
};
