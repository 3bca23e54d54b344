import { checkBeforePublishing } from '#src/documents/check-before-publishing';
import { isDescribed, type Picture, whatTextNeeds } from '#src/documents/publishable-text';
import type { FieldError } from '#src/documents/validation-errors';

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
