import { z } from 'zod';

/** Characters as people count them: code points, so that an emoji is not two of them. */
export const lengthOf = (text: string): number => [...text].length;

// eslint-disable-next-line no-control-regex -- control characters are exactly what is taken out
const unstorable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const unseen = /[\s\p{Cf}\p{Cc}\u115f\u1160\u3164\uffa0]/gu;

/**
 * What somebody typed as it is kept: one kind of line break, no control characters (PostgreSQL takes no NUL), halves of
 * surrogate pairs replaced by U+FFFD, nothing at the ends. Everything else is meant as it stands, `<b>` too.
 */
export const tidyText = (text: string): string =>
  text.toWellFormed().replace(/\r\n?/g, '\n').replace(unstorable, '').trim();

/** Whether there is anything to see: spaces and zero-width characters alone are nothing. */
export const isBlank = (text: string): boolean => text.replace(unseen, '') === '';

/** Several lines become one, for names and addresses. */
const asOneLine = (text: string): string => tidyText(text).replace(/\s+/g, ' ');

interface Limits {
  least: number;
  most: number;
}

const problemOf = (text: string, { least, most }: Limits): 'missing' | 'too-short' | 'too-long' | null => {
  if (isBlank(text)) return 'missing';
  if (lengthOf(text.replace(unseen, '')) < least) return 'too-short';
  return lengthOf(text) > most ? 'too-long' : null;
};

/** One problem at most, and none that keeps what is checked of other fields from being said, too. */
const limited = (tidy: (text: string) => string, limits: Limits) =>
  z
    .string({ error: 'missing' })
    .transform(tidy)
    .superRefine((text, context) => {
      const message = problemOf(text, limits);
      if (message !== null) context.addIssue({ code: 'custom', message });
    });

/** Text of several lines. Its problems are `missing`, `too-short` and `too-long`, as messages of the issues. */
export const multilineText = (limits: Limits) => limited(tidyText, limits);

/** Text of one line, with the same problems. */
export const line = (limits: Limits) => limited(asOneLine, limits);
