import { Field, Textarea, TextInput } from '@strapi/design-system';
import type { ComponentProps } from 'react';

interface FieldProps {
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  error?: string;
}

interface Typed {
  target: { value: string };
}

type Others<Props> = Omit<Props, keyof FieldProps>;

/** A labelled field of one line. Hint and error are below it and read out with it. */
export const TextField = ({
  name,
  label,
  onChange,
  hint,
  error,
  ...input
}: FieldProps & Others<ComponentProps<typeof TextInput>>) => (
  <Field.Root name={name} error={error} hint={hint}>
    <Field.Label>{label}</Field.Label>
    <TextInput {...input} onChange={({ target }: Typed) => onChange(target.value)} />
    <Field.Error />
    <Field.Hint />
  </Field.Root>
);

/** The same with several lines; `inputRef` is the textarea. */
export const TextAreaField = ({
  name,
  label,
  onChange,
  hint,
  error,
  inputRef,
  ...input
}: FieldProps & Others<ComponentProps<typeof Textarea>> & { inputRef?: ComponentProps<typeof Textarea>['ref'] }) => (
  <Field.Root name={name} error={error} hint={hint}>
    <Field.Label>{label}</Field.Label>
    <Textarea {...input} ref={inputRef} onChange={({ target }: Typed) => onChange(target.value)} />
    <Field.Error />
    <Field.Hint />
  </Field.Root>
);
