import { Field, TextInput, useComposedRefs } from '@strapi/design-system';
import {
  adminApi,
  type InputProps,
  unstable_useContentManagerContext as useContentManagerContext,
  useField,
  useFocusInputField,
  useForm,
} from '@strapi/strapi/admin';
import { type ComponentProps, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { type CalendarType, timeZones } from 'shared';
import { z } from 'zod';
import { practiceSettings } from '#src/admin/components/admin-paths';
import { asValues } from '#src/admin/saving/form-values';
import { isOnSite } from '#src/admin/saving/shown-documents';
import { incomplete, inputError, inWords, limitsOf, shownIn, storedFrom } from './calendar-input';
import { typedDateError } from './typed-dates';

interface Props extends Pick<InputProps, 'name' | 'labelAction' | 'required' | 'disabled'> {
  label: string;
  hint?: ReactNode;
}

const zoneOf = z.object({ data: z.object({ timeZone: z.string() }) });

const practiceApi = adminApi.injectEndpoints({
  endpoints: (build) => ({
    practiceTimeZone: build.query<string, void>({
      query: () => practiceSettings,
      transformResponse: (answer: unknown) => zoneOf.safeParse(answer).data?.data.timeZone ?? timeZones[0],
    }),
  }),
});

/** Returns the zone of the practice (IANA): in its own form the one that is chosen there. */
const useTimeZone = (): string => {
  const chosen = useForm('CalendarField', ({ values }) => (values as { timeZone?: unknown }).timeZone);
  const isPractice = location.pathname.endsWith(practiceSettings);
  const { data = timeZones[0] } = practiceApi.usePracticeTimeZoneQuery(undefined, { skip: isPractice });
  return isPractice && typeof chosen === 'string' ? chosen : data;
};

/** Returns what is wrong with a date together with the others in its form; null if nothing is. */
const useDateError = (name: string): string | null => {
  const { model, id: documentId } = useContentManagerContext();
  return useForm('CalendarField', ({ values, initialValues }) =>
    typedDateError(name, asValues(values), {
      saved: asValues(initialValues),
      isOnSite: isOnSite({ model, documentId }),
    }),
  );
};

/** A field with one of the browser's own inputs: for a day, a time of day, or an instant in the practice's zone. */
const calendarField = (type: CalendarType) => {
  const CalendarField = ({ name, label, labelAction, required, disabled, hint }: Props) => {
    const { value: stored, error, onChange } = useField<string | null>(name);
    const value = stored ?? null;
    const timeZone = useTimeZone();
    const shown = shownIn(type, value, timeZone);
    const input = useRef<HTMLInputElement>(null);
    const ref = useComposedRefs(input, useFocusInputField<HTMLInputElement>(name));
    // Not controlled: React would empty the whole input when one part of it is.
    useLayoutEffect(() => {
      const { current } = input;
      const isLeftOver = current?.validity.badInput === true && value !== incomplete;
      if (current && (current.value !== shown || isLeftOver)) current.value = shown;
    }, [shown, value]);
    const [isTyping, setTyping] = useState(false);
    const dateError = useDateError(name);
    /** Browsers hand over nothing for what is half typed, as for what is empty, and tell both apart besides. */
    const take = ({ value: typed, validity: { badInput } }: HTMLInputElement): void => {
      if (badInput && value !== incomplete) onChange(name, incomplete);
      // Stored seconds are not shown, and stay until something else is typed.
      if (!badInput && (typed !== shown || value === incomplete)) onChange(name, storedFrom(type, typed, timeZone));
    };
    const events: Pick<ComponentProps<'input'>, 'onChange' | 'onKeyUp' | 'onBlur'> = {
      onChange: ({ currentTarget }) => {
        setTyping(true);
        take(currentTarget);
      },
      onKeyUp: ({ currentTarget }) => take(currentTarget),
      onBlur: ({ currentTarget }) => {
        setTyping(false);
        take(currentTarget);
      },
    };
    // Strapi's own sentence is about a text; whoever is still typing is not interrupted.
    const shownError = isTyping ? undefined : (inputError(type, value) ?? dateError ?? error);
    return (
      <Field.Root name={name} hint={hint} required={required} error={shownError}>
        <Field.Label action={labelAction}>{label}</Field.Label>
        <TextInput ref={ref} {...limitsOf[type]} {...events} disabled={disabled} defaultValue={shown} />
        <Field.Hint />
        <span role="status" style={{ fontSize: '1.2rem' }}>
          {inWords(type, value, timeZone)}
        </span>
        <Field.Error />
      </Field.Root>
    );
  };
  return CalendarField;
};

export const DateField = calendarField('date');
export const TimeField = calendarField('time');
export const DateTimeField = calendarField('datetime');
