import { dayAndClockTime, endAtWord } from '#src/admin/components/labels';
import { inWords } from './form-values';
import type { LocalDraft } from './local-drafts';

/** In characters: enough to know a text by. */
const maxExcerptLength = 60;

/** Returns the first words of a text on one line. */
export const firstWords = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= maxExcerptLength) return line;
  return endAtWord(line.slice(0, maxExcerptLength));
};

/** Whether something reads as a text, rather than as yes, a number or a choice. */
const isWritten = (value: unknown): boolean => typeof value === 'string' || Array.isArray(value);

/**
 * Returns what a draft is known by: its title where that was typed, else the first words of the longest text in it;
 * null where nothing was written.
 *
 * @param mainField the field of the title or name
 */
export const draftExcerpt = ({ fields }: Pick<LocalDraft, 'fields'>, mainField: string): string | null => {
  const title = fields[mainField];
  if (typeof title === 'string' && title.trim() !== '') return firstWords(title);
  const written = Object.values(fields)
    .filter((value) => isWritten(value) && value !== '')
    .map(inWords);
  const longest = written.reduce((one, other) => (other.length > one.length ? other : one), '').trim();
  return longest === '' ? null : firstWords(longest);
};

interface Typed {
  /** The name of the type, such as `post`. */
  kind: string;
  isNew: boolean;
  excerpt: string | null;
  /** In milliseconds since 1970. */
  typedAt: number;
  now: number;
}

const deedIn = ({ kind, isNew }: Pick<Typed, 'kind' | 'isNew'>): string => {
  // There is one only.
  if (kind === 'practice') return 'changed your practice';
  return isNew ? `began a new ${kind}` : `changed this ${kind}`;
};

/** Returns what was typed and not saved, in a sentence. */
export const draftSentence = ({ kind, isNew, excerpt, typedAt, now }: Typed): string => {
  const words = excerpt === null ? '' : `: “${excerpt}”`;
  return `You ${deedIn({ kind, isNew })} ${dayAndClockTime(typedAt, now)} and did not save it${words}.`;
};
