import { z } from 'zod';
import { cleanLine, cleanText, isVisible, lengthOf } from '../clean-text.js';

interface Limits {
  min: number;
  max: number;
}

/** What does not count towards a minimum: spaces and what is never seen. */
const uncounted = /[\s\p{Cf}\p{M}]/gu;
/** One of these says enough by itself: 🙏 */
const pictograph = /\p{Extended_Pictographic}/u;

const errorOf = (text: string, { min, max }: Limits): 'missing' | 'too-short' | 'too-long' | null => {
  if (!isVisible(text)) return 'missing';
  if (lengthOf(text.replace(uncounted, '')) < min && !pictograph.test(text)) return 'too-short';
  return lengthOf(text) > max ? 'too-long' : null;
};

/** A text within limits. It has one issue at most, which does not keep the other fields from being checked. */
const limited = (clean: (text: string) => string, limits: Limits) =>
  z
    .string({ error: 'missing' })
    .transform(clean)
    .superRefine((text, context) => {
      const message = errorOf(text, limits);
      if (message !== null) context.addIssue({ code: 'custom', message });
    });

/** Text of several lines. The messages of its issues are `missing`, `too-short` and `too-long`. */
export const multilineText = (limits: Limits) => limited(cleanText, limits);

/** Text of several lines that may be left out: null for a text in which nothing is seen. Too long is the one issue. */
export const optionalText = (limits: Pick<Limits, 'max'>) =>
  z
    .string({ error: 'too-long' })
    .nullable()
    .transform((text) => (text === null || !isVisible(cleanText(text)) ? null : cleanText(text)))
    .refine((text) => lengthOf(text ?? '') <= limits.max, { error: 'too-long' });

/** Text of one line, with the same issues as text of several. */
export const line = (limits: Limits) => limited(cleanLine, limits);
