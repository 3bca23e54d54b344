import { z } from 'zod';
import {
  dropFromBrowser,
  keepInBrowser,
  keptForMs,
  placesInBrowser,
  readFromBrowser,
} from '#src/admin/components/kept-in-browser';

const values = z.record(z.string(), z.unknown());

/** What was typed into a form and not saved. */
const localDraft = z.object({
  /** The changed fields only. */
  fields: values,
  /** When it was typed, in milliseconds since 1970. */
  typedAt: z.number(),
  /** The idempotency key of the form, so that what it has made already is not made again. */
  formKey: z.string(),
  /** What it was typed on: the revision, undefined for a new one, and what the changed fields held there. */
  base: z.object({ revision: z.string().optional(), values }),
  /** She chose to leave the form, or not to go on yet: it is offered without a question. */
  isLeft: z.boolean().optional(),
});
export type LocalDraft = z.output<typeof localDraft>;

/** Begins the places of all that is kept of one account's forms of an entry. */
const placesOf = (account: number, form: string): string => `form:${account}:${form}:`;

/** Returns the place of an opened form’s draft in this browser, of one account. */
export const draftPlace = (account: number, form: string, formKey: string): string => placesOf(account, form) + formKey;

/** Keeps what was typed; returns whether that worked. Where it fails, saving still works, and leaving still asks. */
export const keepDraft = (place: string, draft: LocalDraft): boolean => keepInBrowser(place, draft);

/** A draft, and where it is kept. */
export interface LeftDraft {
  place: string;
  draft: LocalDraft;
}

/**
 * Returns what is kept of the opened forms of an entry, the newest first. What cannot be read, or is older than a month,
 * is removed.
 */
export const leftDrafts = (account: number, form: string, now: number): LeftDraft[] => {
  const left = placesInBrowser(placesOf(account, form)).flatMap((place) => {
    const { data: draft } = localDraft.safeParse(readFromBrowser(place));
    if (draft !== undefined && now - draft.typedAt < keptForMs) return [{ place, draft }];
    dropFromBrowser(place);
    return [];
  });
  return left.sort((one, other) => other.draft.typedAt - one.draft.typedAt);
};

/** How often a draft is asked for, and how long after each refusal, in milliseconds. */
const claimAttempts = 20;
const claimAgainAfterMs = 100;

/** Claims a lock unless it is held; returns what releases it. */
const claimNow = (locks: LockManager, name: string): Promise<(() => void) | null> =>
  new Promise((resolve) => {
    const held = (lock: Lock | null): Promise<void> | null => {
      if (lock !== null) return new Promise((release) => resolve(release));
      resolve(null);
      return null;
    };
    locks.request(name, { ifAvailable: true }, held).catch(() => resolve(null));
  });

/**
 * Claims the draft of an opened form for this tab, so that it is offered in no other one. The claim ends when it is
 * released, and with the tab, however that ends. A form that has just been closed may take a moment to let go of its
 * draft; a phone may take seconds to answer, which is no refusal.
 *
 * @returns what releases it; null if another opened form has it. Browsers offer locks on secure pages only: elsewhere
 *   every claim succeeds.
 */
export const claimDraft = async (formKey: string): Promise<(() => void) | null> => {
  const { locks } = navigator as { locks?: LockManager };
  if (locks === undefined) return () => undefined;
  for (let attempt = 1; ; attempt += 1) {
    const release = await claimNow(locks, `quiet-room:form:${formKey}`);
    if (release !== null || attempt === claimAttempts) return release;
    await new Promise((resume) => setTimeout(resume, claimAgainAfterMs));
  }
};
