import type { Problem } from '#src/documents/validation-errors';
import { countWords, plainText } from '#src/rich-text/plain-text';
import { nodesOfType, storedNodes } from '#src/rich-text/stored-node';

interface Picture {
  alternativeText?: string | null;
}
interface Draft {
  title: string | null;
  body: unknown;
  cover: Picture | null;
}

export const isDescribed = (picture: Picture | null | undefined): boolean =>
  (picture?.alternativeText ?? '').trim() !== '';

const whatPicturesNeed = (body: unknown, describedFiles: ReadonlySet<string>): Problem[] => {
  const pictures = nodesOfType(storedNodes(body), 'image');
  const bare = pictures.flatMap(({ image }, index) =>
    isDescribed(image) || describedFiles.has(image?.hash ?? '') ? [] : [index + 1],
  );
  if (bare.length === 0) return [];
  const which =
    bare.length === 1 ? `Picture ${bare[0]} in the text has` : `Pictures ${bare.join(' and ')} in the text have`;
  return [
    {
      field: 'body',
      message: `${which} no description yet. Open the picture in the media library and say what it shows under “Alternative text”.`,
    },
  ];
};

/** What every page with words needs before readers may see it. */
export const whatTextNeeds = (
  draft: { title: string | null; body: unknown },
  describedFiles: ReadonlySet<string>,
): Problem[] => [
  ...((draft.title ?? '').trim() === '' ? [{ field: 'title', message: 'Give it a title before you publish it.' }] : []),
  ...(countWords(plainText(draft.body)) === 0
    ? [{ field: 'body', message: 'Write something here before you publish it.' }]
    : []),
  ...whatPicturesNeed(draft.body, describedFiles),
];

/**
 * Everything that keeps a post from being published, all at once. `describedFiles` are the hashes of uploads that have
 * an alternative text by now: a picture in the text only remembers the one it was inserted with.
 */
export const whatPostNeeds = (draft: Draft, describedFiles: ReadonlySet<string>): Problem[] => [
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
