import { newNonce } from '#src/admin/components/admin-api';
import { changedFields, type Values } from './form-values';
import { noteView, restoreView } from './keep-view';

/** Begins what is said of a save that failed. */
export const notSavedYet = 'Not saved yet.';
/** The same of publishing that was refused. */
export const notPublished = 'Not published.';
/** The same of publishing without an answer. */
export const perhapsPublished = 'It may not be published.';

export interface FailedSave {
  kind: 'failed';
  /** Why, in a sentence. */
  message: string;
  /** It was to be published, not only saved; `unknown`: no answer came. */
  publishing?: 'refused' | 'unknown';
  /** Fields are marked: it is past when they have been put right. */
  isMarked?: boolean;
}

/** What is said beside the buttons. */
export type SavingStatus =
  | { kind: 'none' }
  | { kind: 'saving' }
  | FailedSave
  | { kind: 'saved'; at: number; address: string | null }
  | { kind: 'draft-saved'; at: number }
  | { kind: 'off-site' }
  | { kind: 'other-shown' };

/** Returns whether it is said that publishing was refused. */
export const isRefusal = (status: SavingStatus): boolean => status.kind === 'failed' && status.publishing === 'refused';

/** The form of the content manager that is on the screen. */
export interface FormOnScreen {
  initialValues: () => Values;
  values: () => Values;
  /** Returns what a field is called in the form; null where the form does not show it, because the CMS fills it in. */
  labelOf: (field: string) => string | null;
  /** Returns the type of a field, such as `blocks`. */
  typeOf: (field: string) => string | null;
  /** Changes what fields hold, as if it were typed. */
  fill: (fields: Values) => void;
  /** Something was stored: of what is kept in this browser, only what was typed since is still needed. */
  onStored: () => void;
  /**
   * Keeps what is typed in this browser at once; returns whether it could.
   *
   * @param isLeft she chose to leave it
   */
  keep: (isLeft: boolean) => boolean;
  /** Drops what was typed, for the version that arrives next. */
  giveUp: () => void;
  /** Says that something succeeded. */
  announce: (message: string) => void;
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
  /** What was pressed last is to publish, not only to save. */
  isPublishing = false;
  /** How often something was sent. */
  sendings = 0;
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
    this.sendings += 1;
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

/** What a form leaves to the one that is opened instead, when a new entry has been saved. */
interface Carried {
  /** What was typed meanwhile. */
  typed: Values;
  /** Has the new form look as this one does. */
  restoreView: () => void;
}

const carried = new Map<string, Carried>();

/**
 * Keeps what was typed while a new entry was being saved, and how its form looks, for the form that is opened instead.
 */
export const carryOver = (form: OpenedForm, name: string): void => {
  if (form.screen === null || form.sent === null) return;
  const view = noteView();
  const typed = changedFields(form.sent, form.screen.values());
  carried.set(name, { typed, restoreView: () => restoreView(view) });
};

/** Returns what was carried over to a form, once. */
export const takeCarried = (name: string): Carried | null => {
  const left = carried.get(name) ?? null;
  carried.delete(name);
  return left;
};
