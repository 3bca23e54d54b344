import { z } from 'zod';

/** What was typed into a form and not saved. */
const localDraft = z.object({
  /** The changed fields only. */
  fields: z.record(z.string(), z.unknown()),
  /** When it was typed, in milliseconds since 1970. */
  typedAt: z.number(),
  /** The idempotency key of the form, so that what it has made already is not made again. */
  formKey: z.string(),
});
export type LocalDraft = z.output<typeof localDraft>;

const prefix = 'quiet-room:not-saved:';
const maxAgeMs = 30 * 86_400_000;

/** Returns the place of a form’s draft in this browser, of one account. */
export const draftPlace = (account: number, form: string): string => `${prefix}${account}:${form}`;

/** Keeps what was typed. A browser that is full or that keeps nothing must not keep anybody from typing. */
export const keepDraft = (place: string, draft: LocalDraft): void => {
  try {
    localStorage.setItem(place, JSON.stringify(draft));
  } catch {
    // Saving still works, and leaving still asks.
  }
};

export const dropDraft = (place: string): void => localStorage.removeItem(place);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};

/** Returns what was kept, or null. What cannot be read, or is older than a month, is removed. */
export const readDraft = (place: string, now: number): LocalDraft | null => {
  const kept = localStorage.getItem(place);
  const draft = kept === null ? undefined : localDraft.safeParse(parse(kept)).data;
  if (draft !== undefined && now - draft.typedAt < maxAgeMs) return draft;
  dropDraft(place);
  return null;
};

/** Removes every draft, of every form and account: whoever signs out leaves nothing behind. */
export const dropAllDrafts = (): void => {
  for (const place of Object.keys(localStorage).filter((key) => key.startsWith(prefix))) dropDraft(place);
};
