import { z } from 'zod';

/** Returns the length of a text in code points, so that most emojis count as one character, as people count them. */
export const lengthOf = (text: string): number => [...text].length;

// eslint-disable-next-line no-control-regex -- control characters are exactly what is removed
const unstorable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const invisible = /[\s\p{Cf}\p{Cc}\u115f\u1160\u3164\uffa0]/gu;

/**
 * Returns typed text as it is stored: with `\n` as line break, without control characters (PostgreSQL accepts no NUL),
 * with U+FFFD for lone surrogates, trimmed. Everything else is meant as it was typed, also `<b>`.
 */
export const tidyText = (text: string): string =>
  text.toWellFormed().replace(/\r\n?/g, '\n').replace(unstorable, '').trim();

/** Returns whether a text shows nothing: it is empty, or has only spaces and zero-width characters. */
export const isBlank = (text: string): boolean => text.replace(invisible, '') === '';

/** Returns typed text as one line, for names and addresses. */
const asOneLine = (text: string): string => tidyText(text).replace(/\s+/g, ' ');

interface Limits {
  min: number;
  max: number;
}

const errorOf = (text: string, { min, max }: Limits): 'missing' | 'too-short' | 'too-long' | null => {
  if (isBlank(text)) return 'missing';
  if (lengthOf(text.replace(invisible, '')) < min) return 'too-short';
  return lengthOf(text) > max ? 'too-long' : null;
};

/** A text within limits. It has one issue at most, which does not keep the other fields from being checked. */
const limited = (tidy: (text: string) => string, limits: Limits) =>
  z
    .string({ error: 'missing' })
    .transform(tidy)
    .superRefine((text, context) => {
      const message = errorOf(text, limits);
      if (message !== null) context.addIssue({ code: 'custom', message });
    });

/** Text of several lines. The messages of its issues are `missing`, `too-short` and `too-long`. */
export const multilineText = (limits: Limits) => limited(tidyText, limits);

/** Text of one line, with the same issues. */
export const line = (limits: Limits) => limited(asOneLine, limits);
