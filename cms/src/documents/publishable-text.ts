import { isVisible } from 'shared';
import { countWords, nodesOfType, plainText, storedNodes } from '#src/rich-text/rich-text';
import type { FieldError } from './check-before-publishing';

export interface Picture {
  alternativeText?: string | null;
}

export const isDescribed = (picture: Picture | null | undefined): boolean => isVisible(picture?.alternativeText ?? '');

const pictureErrors = (body: unknown, describedFiles: ReadonlySet<string>): FieldError[] => {
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
      message: `${which} no description yet. Open the picture in the media library and say what it shows under “Description (alternative text)”.`,
    },
  ];
};

/** Returns what keeps a text from being published: no title, no words, pictures without a description. */
export const textErrors = (
  draft: { title: string | null; body: unknown },
  describedFiles: ReadonlySet<string>,
): FieldError[] => [
  ...(!isVisible(draft.title ?? '') ? [{ field: 'title', message: 'Give it a title before you publish it.' }] : []),
  ...(countWords(plainText(draft.body)) === 0
    ? [{ field: 'body', message: 'Write something here before you publish it.' }]
    : []),
  ...pictureErrors(draft.body, describedFiles),
];
