import { unstable_useContentManagerContext, useForm, useNotification } from '@strapi/strapi/admin';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { looksTheSame } from 'shared';
import { dropFromBrowser } from '#src/admin/components/kept-in-browser';
import { headingType } from '#src/admin/form/sections';
import { useAutosaveDraft } from './extend-saving';
import { asValues, changedFields, toRequest, typedSince, type Values } from './form-values';
import { claimDraft, draftPlace, keepDraft } from './local-drafts';
import { closeForm, formName, type OpenedForm, takeCarried } from './opened-forms';
import { fetchAgain, shownRevision } from './shown-documents';

/** Between two savings of a draft by itself, in milliseconds. */
const autosaveEveryMs = 20_000;
/** A pause in typing after which it is kept in this browser, in milliseconds. */
const keepAfterMs = 300;

interface Opened {
  name: string;
  account: number;
  form: OpenedForm;
  /** Something is offered, and nothing is saved by itself before it is answered. */
  isWaiting: boolean;
}

interface Shown {
  initialValues: Values;
  values: Values;
  /** Of what the form was filled with; undefined for a new entry. */
  revision: string | undefined;
}

/** The state of the content manager’s form, and of the last rendering. */
const useShownForm = () => {
  const initialValues = asValues(useForm('SavingZone', (state) => state.initialValues));
  const values = asValues(useForm('SavingZone', (state) => state.values));
  const setValues = useForm('SavingZone', (state) => state.setValues);
  const isModified = useForm('SavingZone', (state) => state.modified);
  const isDisabled = useForm('SavingZone', (state) => state.disabled);
  const isSubmitting = useForm('SavingZone', (state) => state.isSubmitting);
  const { model, id } = unstable_useContentManagerContext();
  const filled = useRef({ with: initialValues, revision: shownRevision({ model, documentId: id }) });
  if (filled.current.with !== initialValues)
    filled.current = { with: initialValues, revision: shownRevision({ model, documentId: id }) };
  const { revision } = filled.current;
  const latest = useRef<Shown>({ initialValues, values, revision });
  return { initialValues, values, revision, setValues, isModified, isDisabled, isSubmitting, latest };
};
type ShownForm = ReturnType<typeof useShownForm>;

/** Puts what was typed back when the form is filled anew, after saving or because it was fetched again. */
const useKeepTyped = (form: OpenedForm, shown: ShownForm, givesUp: { current: boolean }): void => {
  const { initialValues, values, revision, setValues, latest } = shown;
  // Before anything is painted: what was typed must not be seen to go.
  useLayoutEffect(() => {
    const before = latest.current;
    latest.current = { initialValues, values, revision };
    // Also to what it was filled with already: each of two presses of “Save” ends with that.
    const isReset = values === initialValues && values !== before.values;
    const isSame = before.initialValues === initialValues && !isReset;
    if (isSame || givesUp.current) {
      givesUp.current &&= isSame && values !== initialValues;
      return;
    }
    const typed = typedSince(form.sent ?? before.initialValues, before.initialValues, before.values);
    const lost = Object.fromEntries(Object.entries(typed).filter(([name, value]) => values[name] !== value));
    if (Object.keys(lost).length === 0) return;
    // What others have changed meanwhile must not pass for what this was typed on.
    const isByOther = (name: string): boolean =>
      !looksTheSame(initialValues[name], before.initialValues[name]) &&
      !looksTheSame(initialValues[name], form.sent?.[name]);
    if (Object.keys(lost).some(isByOther)) form.base ??= { revision: before.revision, values: before.initialValues };
    setValues({ ...values, ...lost });
  }, [form, initialValues, values, revision, setValues, latest, givesUp]);
};

const placeOf = ({ account, name, form: { savedByItself, key } }: Opened): string =>
  draftPlace(account, savedByItself ? formName(savedByItself.model, savedByItself.documentId) : name, key);

/** Keeps in this browser what a form holds and is not saved; returns whether it could. */
const keepTyped = (opened: Opened, { initialValues, values, revision }: Shown, isLeft: boolean): boolean => {
  const { form } = opened;
  const base = form.base ?? { revision, values: initialValues };
  const fields = changedFields(base.values, values);
  if (Object.keys(fields).length === 0) {
    dropFromBrowser(placeOf(opened));
    return true;
  }
  const before = Object.fromEntries(Object.keys(fields).map((name) => [name, base.values[name] ?? null]));
  const typedOn = { revision: base.revision, values: before };
  const draft = { fields, typedAt: Date.now(), formKey: form.key, base: typedOn };
  return keepDraft(placeOf(opened), isLeft ? { ...draft, isLeft } : draft);
};

/** Keeps what is typed in this browser until it is saved. */
const useKeepInBrowser = (opened: Opened, { values, isDisabled, latest }: ShownForm): void => {
  const now = useRef(opened);
  now.current = opened;
  useEffect(() => {
    if (isDisabled) return undefined;
    const keep = (): void => void keepTyped(now.current, latest.current, false);
    const timer = window.setTimeout(keep, keepAfterMs);
    window.addEventListener('pagehide', keep);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('pagehide', keep);
    };
  }, [values, isDisabled, latest]);
};

/** Keeps the draft of this form from being offered in another tab while it is open here. */
const useClaim = (form: OpenedForm): void => {
  useEffect(() => {
    const claimed = claimDraft(form.key);
    return () => void claimed.then((release) => release?.());
  }, [form]);
};

const useAutosave = ({ form, isWaiting }: Opened, shown: ShownForm): void => {
  const { model, id, collectionType, hasDraftAndPublish, layout } = unstable_useContentManagerContext();
  const autosave = useAutosaveDraft();
  const { mainField } = layout.edit.settings;
  const save = async (): Promise<void> => {
    const { values } = shown.latest.current;
    const isReady = hasDraftAndPublish && shown.isModified && !shown.isDisabled && !shown.isSubmitting && !isWaiting;
    const title = values[mainField];
    if (!isReady || values === form.base?.values || form.status().kind === 'saving') return;
    if (typeof title !== 'string' || title.trim() === '') return;
    await autosave({ model, collectionType, documentId: id, data: toRequest(values) as Values });
  };
  const run = useRef(save);
  run.current = save;
  useEffect(() => {
    const timer = window.setInterval(() => void run.current(), autosaveEveryMs);
    return () => window.clearInterval(timer);
  }, []);
};

/** Registers the form on the screen, so that saving finds what it holds, and keeps what is typed there. */
export const useOpenedForm = (opened: Opened): { isModified: boolean; isStored: boolean } => {
  const { name, form } = opened;
  const shown = useShownForm();
  const { latest, setValues } = shown;
  const givesUp = useRef(false);
  const { layout } = unstable_useContentManagerContext();
  const { toggleNotification } = useNotification();
  const fields = useRef(new Map<string, { label: string; type: string }>());
  const shownFields = layout.edit.layout.flat(2).filter(({ type }) => String(type) !== headingType);
  fields.current = new Map(
    shownFields.map(({ name: field, label, attribute: { type } }) => [field, { label: String(label), type }]),
  );
  useKeepTyped(form, shown, givesUp);
  useKeepInBrowser(opened, shown);
  useAutosave(opened, shown);
  useClaim(form);
  const now = useRef(opened);
  now.current = opened;
  const navigate = useRef(useNavigate());
  useEffect(() => {
    form.screen = {
      initialValues: () => latest.current.initialValues,
      values: () => latest.current.values,
      labelOf: (field) => fields.current.get(field)?.label ?? null,
      typeOf: (field) => fields.current.get(field)?.type ?? null,
      fill: (values) => setValues({ ...latest.current.values, ...values }),
      announce: (message) => toggleNotification({ type: 'success', message }),
      keep: (isLeft) => keepTyped(now.current, latest.current, isLeft),
      onStored: () => dropFromBrowser(placeOf(now.current)),
      giveUp: () => {
        givesUp.current = true;
        setValues(latest.current.initialValues);
        dropFromBrowser(placeOf(now.current));
      },
      open: (documentId) => navigate.current(`../${documentId}`, { relative: 'path', replace: true }),
    };
    const carried = takeCarried(name);
    if (carried !== null && Object.keys(carried.typed).length > 0)
      setValues({ ...latest.current.values, ...carried.typed });
    carried?.restoreView();
    return () => {
      form.screen = null;
      closeForm(name);
      const { savedByItself } = form;
      // Afterwards, when nothing shows it any more.
      if (savedByItself) window.setTimeout(() => fetchAgain(savedByItself));
    };
  }, [form, name, latest, setValues, toggleNotification]);
  return { isModified: shown.isModified, isStored: shown.values === form.base?.values };
};
