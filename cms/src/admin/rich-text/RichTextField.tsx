import { Field, Loader } from '@strapi/design-system';
import { type ComponentProps, lazy, Suspense } from 'react';
import type { RichTextInput } from './RichTextInput';

const Input = lazy(async () => ({ default: (await import('./RichTextInput')).RichTextInput }));

/** Takes the place of Strapi's editor for rich text; its code is loaded with the first form that has such a field. */
export const RichTextField = (props: ComponentProps<typeof RichTextInput>) => {
  const waiting = (
    <Field.Root name={props.name} required={props.required ?? false}>
      <Field.Label>{props.label}</Field.Label>
      <Loader>Loading the text</Loader>
    </Field.Root>
  );
  return (
    <Suspense fallback={waiting}>
      <Input {...props} />
    </Suspense>
  );
};
