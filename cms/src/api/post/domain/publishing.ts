import { checkBeforePublishing, type FieldError } from '#src/documents/check-before-publishing';
import { isDescribed, type Picture, whatTextNeeds } from '#src/documents/publishable-text';
import { plainText } from '#src/rich-text/rich-text';

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

/**
 * Whether the value of a relation points at somebody, in any of the forms that Strapi takes: an id, a documentId, `{ documentId }`,
 * or `{ connect | set: … }` of these.
 */
export const namesSomebody = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value !== 'object' || value === null) return value !== null && value !== undefined && value !== '';
  const { connect, set, id, documentId } = value as Record<string, unknown>;
  return [connect, set, id, documentId].some(namesSomebody);
};

interface Text {
  title: string | null;
  body: unknown;
}
interface Draft extends Text {
  cover: Picture | null;
}

/**
 * Everything that keeps a post from being published, all at once. `describedFiles` are the hashes of uploads that have
 * an alternative text by now: a picture in the text only remembers the one it was inserted with.
 */
export const whatPostNeeds = (draft: Draft, describedFiles: ReadonlySet<string>): FieldError[] => [
  ...whatTextNeeds(draft, describedFiles),
  ...(draft.cover !== null && !isDescribed(draft.cover)
    ? [
        {
          field: 'cover',
          message: 'The cover has no description yet. Edit the picture and say what it shows under “Alternative text”.',
        },
      ]
    : []),
];

export const checkPost = checkBeforePublishing<Draft>({
  uid: 'api::post.post',
  populate: { cover: true },
  textOf: ({ body }) => body,
  errorsOf: whatPostNeeds,
});

export const checkPage = checkBeforePublishing<Text>({
  uid: 'api::page.page',
  populate: {},
  textOf: ({ body }) => body,
  errorsOf: whatTextNeeds,
});
