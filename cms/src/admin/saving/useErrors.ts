import { useForm } from '@strapi/strapi/admin';
import { useEffect, useRef } from 'react';
import { errorsLeft } from './errors-left';
import type { OpenedForm } from './opened-forms';

const marker = 'data-strapi-field-error';
/** In milliseconds; Strapi's form moves the focus as soon as it can. */
const withoutMarkersMs = 50;

/**
 * Strapi's form moves the focus to the first error whenever the errors change: in the middle of typing, it must not.
 */
const leaveFocusWhereItIs = (): void => {
  const marked = [...document.querySelectorAll(`[${marker}]`)];
  for (const element of marked) element.removeAttribute(marker);
  window.setTimeout(() => {
    for (const element of marked) element.setAttribute(marker, 'true');
  }, withoutMarkersMs);
};

/**
 * Ends what is said about a field when the field is changed, and what is said about the whole when no field is left.
 */
const useEndedErrors = (form: OpenedForm): void => {
  const values = useForm('SavingZone', (state) => state.values);
  const errors = useForm('SavingZone', (state) => state.errors);
  const setErrors = useForm('SavingZone', (state) => state.setErrors);
  const before = useRef(values);
  const isEnding = useRef(false);
  useEffect(() => {
    if (isEnding.current) leaveFocusWhereItIs();
    isEnding.current = false;
  }, [errors]);
  useEffect(() => {
    const left = errorsLeft(errors, before.current, values);
    before.current = values;
    if (left === errors) return;
    isEnding.current = true;
    setErrors(left);
    const status = form.status();
    const isPast = Object.keys(left).length === 0 && status.kind === 'failed' && status.isMarked === true;
    if (isPast) form.say({ kind: 'none' });
  }, [values, errors, setErrors, form]);
};

/** Says beside the buttons that nothing was sent because fields are marked. */
const useMarkedFields = (form: OpenedForm): void => {
  const errors = useForm('SavingZone', (state) => state.errors);
  const isSubmitting = useForm('SavingZone', (state) => state.isSubmitting);
  const begun = useRef<number | null>(null);
  useEffect(() => {
    if (isSubmitting) {
      begun.current ??= form.sendings;
      return;
    }
    const isRefused = begun.current === form.sendings && Object.keys(errors).length > 0;
    begun.current = null;
    if (!isRefused) return;
    const publishing = form.isPublishing ? { publishing: 'refused' as const } : {};
    form.say({
      kind: 'failed',
      message: 'Some fields need changing first: they are marked.',
      ...publishing,
      isMarked: true,
    });
  }, [isSubmitting, errors, form]);
};

/** Keeps what is said about fields true. */
export const useErrors = (form: OpenedForm): void => {
  useEndedErrors(form);
  useMarkedFields(form);
};
