import { Field, TextInput } from '@strapi/design-system';
import { useLayoutEffect, useRef } from 'react';

interface Props {
  type: 'date' | 'time';
  name: string;
  label: string;
  /** Empty while it is not whole. */
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  error?: string | undefined;
  min?: string;
}

/** The browser's own input for a day or a time of day. */
export const CalendarInput = ({ type, name, label, value, onChange, hint, error, min }: Props) => {
  const input = useRef<HTMLInputElement>(null);
  // Not controlled: React would empty the whole input when one part of it is.
  useLayoutEffect(() => {
    if (input.current && input.current.value !== value) input.current.value = value;
  }, [value]);
  return (
    <Field.Root name={name} error={error} hint={hint}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        ref={input}
        type={type}
        min={min}
        step={type === 'time' ? 300 : undefined}
        defaultValue={value}
        onChange={({ currentTarget }: { currentTarget: HTMLInputElement }) => onChange(currentTarget.value)}
      />
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
};
