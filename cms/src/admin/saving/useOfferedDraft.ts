import { unstable_useContentManagerContext, useForm } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import { dropFromBrowser } from '#src/admin/components/kept-in-browser';
import { asValues, changedFields, type Values } from './form-values';
import { claimDraft, keepDraft, type LeftDraft, leftDrafts } from './local-drafts';
import type { OpenedForm } from './opened-forms';
import { shownRevision } from './shown-documents';

interface Opened {
  name: string;
  account: number;
  form: OpenedForm;
}

interface Offered extends LeftDraft {
  release: () => void;
}

/**
 * Claims the newest draft that was left of a form and says anything else than what is stored. What is stored anyway is
 * dropped.
 */
const claimNewest = async ({ name, account, form }: Opened, stored: Values): Promise<Offered | null> => {
  for (const { place, draft } of leftDrafts(account, name, Date.now())) {
    const release = draft.formKey === form.key ? null : await claimDraft(draft.formKey);
    if (release === null) continue;
    if (Object.keys(changedFields(stored, { ...stored, ...draft.fields })).length > 0) return { place, draft, release };
    dropFromBrowser(place);
    release();
  }
  return null;
};

/** Finds the newest draft of a form, and the next one when it is asked to; holds the claim to it. */
const useNewestDraft = (opened: Opened, initialValues: Values, isDisabled: boolean) => {
  const [offered, setOffered] = useState<Offered | null>(null);
  /** Whoever leaves the form lets go of the draft, restored or not. */
  const claim = useRef<Offered | null>(null);
  /** Ended when the form is left, or shows what is only to be read: what is claimed then comes too late. */
  const search = useRef(new AbortController());
  const offerNext = useRef(async () => undefined as void);
  offerNext.current = async () => {
    const { signal } = search.current;
    const next = await claimNewest(opened, initialValues);
    if (signal.aborted) return next?.release();
    claim.current = next;
    setOffered(next);
  };
  useEffect(() => {
    if (isDisabled) return undefined;
    search.current = new AbortController();
    void offerNext.current();
    return () => {
      search.current.abort();
      claim.current?.release();
    };
  }, [isDisabled]);
  return { offered, setOffered, claim, offerNext };
};

/** What was typed into this form before and not saved, and what can be done with it. */
export const useOfferedDraft = (opened: Opened) => {
  const { form } = opened;
  const values = asValues(useForm('SavingZone', (state) => state.values));
  const initialValues = asValues(useForm('SavingZone', (state) => state.initialValues));
  const setValues = useForm('SavingZone', (state) => state.setValues);
  // The published version is shown to be read.
  const isDisabled = useForm('SavingZone', (state) => state.disabled);
  const { model, id } = unstable_useContentManagerContext();
  const { offered, setOffered, claim, offerNext } = useNewestDraft(opened, initialValues, isDisabled);
  return {
    draft: isDisabled ? null : (offered?.draft ?? null),
    /** Something else was saved since it was typed. */
    isOlder: offered !== null && offered.draft.base.revision !== shownRevision({ model, documentId: id }),
    /** The form goes on as the one in which this was typed: with its key, and what it was typed on. */
    restore: (): void => {
      if (offered === null) return;
      const { fields, formKey, base } = offered.draft;
      form.key = formKey;
      form.base = { revision: base.revision, values: { ...initialValues, ...base.values } };
      setValues({ ...values, ...fields });
      setOffered(null);
    },
    /** Keeps it for later: from now on it is offered without a question. */
    notNow: (): void => {
      if (offered === null) return;
      const draft = { ...offered.draft, isLeft: true };
      keepDraft(offered.place, draft);
      setOffered({ ...offered, draft });
    },
    discard: (): void => {
      if (offered === null) return;
      dropFromBrowser(offered.place);
      offered.release();
      claim.current = null;
      setOffered(null);
      void offerNext.current();
    },
  };
};
