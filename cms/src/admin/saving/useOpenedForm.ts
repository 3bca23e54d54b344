import { unstable_useContentManagerContext, useForm } from '@strapi/strapi/admin';
import { useEffect, useRef } from 'react';
import { useAutosaveDraft } from './extend-saving';
import { asValues, changedFields, toRequest, typedSince, type Values } from './form-values';
import { dropDraft, keepDraft } from './local-drafts';
import { closeForm, type OpenedForm, takeCarried } from './opened-forms';

/** Between two savings of a draft by itself, in milliseconds. */
const autosaveEveryMs = 20_000;
/** A pause in typing after which it is kept in this browser, in milliseconds. */
const keepAfterMs = 300;

interface Opened {
  name: string;
  form: OpenedForm;
  place: string;
  /** Something is offered, and must not be replaced before it is answered. */
  isWaiting: boolean;
}

interface Shown {
  initialValues: Values;
  values: Values;
}

/** The state of the content manager’s form, and of the last rendering. */
const useShownForm = () => {
  const initialValues = asValues(useForm('SavingZone', (state) => state.initialValues));
  const values = asValues(useForm('SavingZone', (state) => state.values));
  const setValues = useForm('SavingZone', (state) => state.setValues);
  const isModified = useForm('SavingZone', (state) => state.modified);
  const isDisabled = useForm('SavingZone', (state) => state.disabled);
  const isSubmitting = useForm('SavingZone', (state) => state.isSubmitting);
  const latest = useRef<Shown>({ initialValues, values });
  return { initialValues, values, setValues, isModified, isDisabled, isSubmitting, latest };
};
type ShownForm = ReturnType<typeof useShownForm>;

/** Puts what was typed back when the form is filled anew, after saving or because it was fetched again. */
const useKeepTyped = (form: OpenedForm, shown: ShownForm, givesUp: { current: boolean }): void => {
  const { initialValues, values, setValues, latest } = shown;
  useEffect(() => {
    const before = latest.current;
    latest.current = { initialValues, values };
    if (before.initialValues === initialValues || givesUp.current) {
      givesUp.current &&= before.initialValues === initialValues;
      return;
    }
    const typed = typedSince(form.sent ?? before.initialValues, before.initialValues, before.values);
    const lost = Object.fromEntries(Object.entries(typed).filter(([name, value]) => values[name] !== value));
    if (Object.keys(lost).length > 0) setValues({ ...values, ...lost });
  }, [form, initialValues, values, setValues, latest, givesUp]);
};

/** Keeps what is typed in this browser until it is saved. */
const useKeepInBrowser = ({ form, place, isWaiting }: Opened, { values, isModified, latest }: ShownForm): void => {
  useEffect(() => {
    if (!isModified || isWaiting) return undefined;
    const keep = (): void => {
      const shown = latest.current;
      const fields = changedFields(shown.initialValues, shown.values);
      if (shown.values === form.autosaved || Object.keys(fields).length === 0) return;
      keepDraft(place, { fields, typedAt: Date.now(), formKey: form.key });
    };
    const timer = window.setTimeout(keep, keepAfterMs);
    window.addEventListener('pagehide', keep);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('pagehide', keep);
    };
  }, [form, place, isWaiting, values, isModified, latest]);
};

const useAutosave = ({ form, isWaiting }: Opened, shown: ShownForm): void => {
  const { model, id, collectionType, hasDraftAndPublish, layout } = unstable_useContentManagerContext();
  const autosave = useAutosaveDraft();
  const { mainField } = layout.edit.settings;
  const save = async (): Promise<void> => {
    const { values } = shown.latest.current;
    const isReady = hasDraftAndPublish && shown.isModified && !shown.isDisabled && !shown.isSubmitting && !isWaiting;
    const title = values[mainField];
    if (!isReady || values === form.autosaved || form.status().kind === 'saving') return;
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
export const useOpenedForm = (opened: Opened): { isModified: boolean } => {
  const { name, form, place } = opened;
  const shown = useShownForm();
  const { latest, setValues } = shown;
  const givesUp = useRef(false);
  const { layout } = unstable_useContentManagerContext();
  const labels = useRef(new Map<string, string>());
  labels.current = new Map(layout.edit.layout.flat(2).map((field) => [field.name, String(field.label)]));
  useKeepTyped(form, shown, givesUp);
  useKeepInBrowser(opened, shown);
  useAutosave(opened, shown);
  useEffect(() => {
    form.screen = {
      initialValues: () => latest.current.initialValues,
      values: () => latest.current.values,
      labelOf: (field) => labels.current.get(field) ?? field,
      onStored: () => dropDraft(place),
      giveUp: () => {
        givesUp.current = true;
        dropDraft(place);
      },
    };
    const carried = takeCarried(name);
    if (carried !== null) setValues({ ...latest.current.values, ...carried });
    return () => {
      form.screen = null;
      closeForm(name);
    };
  }, [form, name, place, latest, setValues]);
  return { isModified: shown.isModified };
};
