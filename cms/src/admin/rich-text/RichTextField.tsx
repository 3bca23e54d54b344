import { Loader } from '@strapi/design-system';
import { type ComponentProps, lazy, Suspense } from 'react';
import type { RichTextInput } from './RichTextInput';

const Input = lazy(async () => ({ default: (await import('./RichTextInput')).RichTextInput }));

/** Takes the place of Strapi's editor for rich text; its code is loaded with the first form that has such a field. */
export const RichTextField = (props: ComponentProps<typeof RichTextInput>) => (
  <Suspense fallback={<Loader>Loading the text</Loader>}>
    <Input {...props} />
  </Suspense>
);
