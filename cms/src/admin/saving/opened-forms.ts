import { newNonce } from '#src/admin/components/admin-api';
import { changedFields, type Values } from './form-values';

/** Begins what is said of a save that failed. */
export const notSavedYet = 'Not saved yet.';

/** What is said beside the buttons. */
export type SavingStatus =
  | { kind: 'none' }
  | { kind: 'saving' }
  | { kind: 'failed'; message: string }
  | { kind: 'saved'; at: number; address: string | null }
  | { kind: 'draft-saved'; at: number }
  | { kind: 'off-site' };

/** The form of the content manager that is on the screen. */
export interface FormOnScreen {
  initialValues: () => Values;
  values: () => Values;
  /** Returns what a field is called in the form; null where the form does not show it, because the CMS fills it in. */
  labelOf: (field: string) => string | null;
  /** Something was stored: of what is kept in this browser, only what was typed since is still needed. */
  onStored: () => void;
  /** Drops what was typed, for the version that arrives next. */
  giveUp: () => void;
  /** Opens the form of another entry of the same kind instead. */
  open: (documentId: string) => void;
}

/** One opened form: its idempotency key, and how saving it is getting on. */
export class OpenedForm {
  key = newNonce();
  screen: FormOnScreen | null = null;
  /** What the form held when it was last sent. */
  sent: Values | null = null;
  /**
   * What is typed here is based on, where that is not what the form was filled with: what was last saved by itself, what
   * a restored draft was typed on, and what a save that failed was based on. The content manager fetches an entry again
   * after a failure, too: what others have changed meanwhile must not pass for what the form was opened with.
   */
  base: { revision: string | undefined; values: Values } | null = null;
  /** The draft that was saved by itself: of a new entry, the form that it would be opened in now is another. */
  savedByItself: { model: string; documentId: string } | null = null;
  private current: SavingStatus = { kind: 'none' };
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly status = (): SavingStatus => this.current;

  say(status: SavingStatus): void {
    this.current = status;
    for (const listener of this.listeners) listener();
  }

  /** Notes what is being sent. */
  begin(): void {
    this.sent = this.screen?.values() ?? null;
    this.say({ kind: 'saving' });
  }
}

const forms = new Map<string, OpenedForm>();

/** Names a form: of a new entry, and of what there is only one of, there is no document id. */
export const formName = (model: string, documentId: string | undefined): string => `${model}:${documentId ?? 'new'}`;

/** Returns the opened form of an entry; one that is not known is opened. */
export const openedForm = (name: string): OpenedForm => {
  const known = forms.get(name);
  if (known) return known;
  const form = new OpenedForm();
  forms.set(name, form);
  return form;
};

/** Forgets a form that has been closed: the next one of this entry has a key of its own. */
export const closeForm = (name: string): void => {
  forms.delete(name);
};

const carried = new Map<string, Values>();

/** Keeps what was typed while a new entry was being saved for the form that is opened instead. */
export const carryOver = (form: OpenedForm, name: string): void => {
  if (form.screen === null || form.sent === null) return;
  const typed = changedFields(form.sent, form.screen.values());
  if (Object.keys(typed).length > 0) carried.set(name, typed);
};

/** Returns what was carried over to a form, once. */
export const takeCarried = (name: string): Values | null => {
  const typed = carried.get(name) ?? null;
  carried.delete(name);
  return typed;
};
