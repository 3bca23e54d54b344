import { Field, Textarea, TextInput } from '@strapi/design-system';
import { type InputProps, useField, useFocusInputField } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { charactersLeft } from './characters-left';

interface Props extends Pick<InputProps, 'name' | 'labelAction' | 'required' | 'disabled' | 'placeholder'> {
  label: string;
  hint?: ReactNode;
  attribute: { maxLength?: number };
}

interface FrameProps extends Props {
  text: string;
  error: string | undefined;
  /** The input. */
  children: ReactNode;
}

/** The label, help and errors of a field; near its limit it says how much is left, beyond it by how much it is over. */
const Frame = ({ name, label, labelAction, required, hint, attribute, text, error, children }: FrameProps) => {
  const counted = charactersLeft(label, text, attribute.maxLength);
  return (
    <Field.Root name={name} hint={hint} required={required} error={counted.error ?? error}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      {children}
      <Field.Hint />
      <span role="status" style={{ fontSize: '1.2rem' }}>
        {counted.left}
      </span>
      <Field.Error />
    </Field.Root>
  );
};

/** A field of one line in the forms of the content manager. */
export const LineField = (props: Props) => {
  const { name, disabled, placeholder } = props;
  const { value, error, onChange } = useField<string | null>(name);
  const text = value ?? '';
  const ref = useFocusInputField<HTMLInputElement>(name);
  return (
    <Frame {...props} text={text} error={error}>
      <TextInput ref={ref} type="text" disabled={disabled} placeholder={placeholder} value={text} onChange={onChange} />
    </Frame>
  );
};

/** A field of several lines. */
export const LongTextField = (props: Props) => {
  const { name, disabled, placeholder } = props;
  const { value, error, onChange } = useField<string | null>(name);
  const text = value ?? '';
  const ref = useFocusInputField<HTMLTextAreaElement>(name);
  return (
    <Frame {...props} text={text} error={error}>
      <Textarea ref={ref} disabled={disabled} placeholder={placeholder} value={text} onChange={onChange} />
    </Frame>
  );
};
