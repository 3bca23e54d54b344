import { useForm } from '@strapi/strapi/admin';
import { useState } from 'react';
import { asValues, changedFields, type Values } from './form-values';
import { draftPlace, dropDraft, type LocalDraft, readDraft } from './local-drafts';
import type { OpenedForm } from './opened-forms';

interface Opened {
  name: string;
  account: number;
  form: OpenedForm;
}

/** Returns what was kept of a form if it says anything else than what is stored; what is stored anyway is dropped. */
const toOffer = (place: string, stored: Values): LocalDraft | null => {
  const draft = readDraft(place, Date.now());
  if (draft === null) return null;
  if (Object.keys(changedFields(stored, { ...stored, ...draft.fields })).length > 0) return draft;
  dropDraft(place);
  return null;
};

/** What was typed into this form before and not saved, and what can be done with it. */
export const useOfferedDraft = ({ name, account, form }: Opened) => {
  const values = asValues(useForm('SavingZone', (state) => state.values));
  const setValues = useForm('SavingZone', (state) => state.setValues);
  // The published version is shown to be read.
  const isDisabled = useForm('SavingZone', (state) => state.disabled);
  const place = draftPlace(account, name);
  const [draft, setDraft] = useState(() => toOffer(place, values));
  return {
    place,
    draft: isDisabled ? null : draft,
    restore: (): void => {
      if (draft === null) return;
      form.key = draft.formKey;
      setValues({ ...values, ...draft.fields });
      setDraft(null);
    },
    discard: (): void => {
      dropDraft(place);
      setDraft(null);
    },
  };
};
