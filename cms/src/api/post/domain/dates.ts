import { plainText } from '#src/rich-text/plain-text';

interface Dated {
  published: string | null;
  updated: string | null;
}
interface Words {
  title: string | null;
  contentNote: string | null;
  body: unknown;
}

const sayTheSame = (a: Words, b: Words): boolean =>
  a.title === b.title && (a.contentNote ?? '') === (b.contentNote ?? '') && plainText(a.body) === plainText(b.body);

const sameInstant = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && Date.parse(a) === Date.parse(b));

/**
 * The reader's two dates of a post that is being published at `now`; `live` is what readers see until then, if anything.
 * `published` is set once and kept, whatever she typed there wins. `updated` is set when the words of a post that is
 * already public change; one that was typed in, or came with an import, is left alone.
 */
export const datesAtPublication = (
  draft: Dated & Words,
  live: (Dated & Words) | null,
  now: string,
): { published: string; updated: string | null } => {
  const published = draft.published ?? live?.published ?? now;
  const typed = live === null || !sameInstant(draft.updated, live.updated);
  return { published, updated: typed || sayTheSame(draft, live) ? draft.updated : now };
};

const londonDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** `updated` if readers are to see it: on a later day in London than `published`. */
export const updatedForReaders = (published: string, updated: string | null): string | null =>
  updated !== null && londonDay.format(new Date(updated)) > londonDay.format(new Date(published)) ? updated : null;
