import { useState } from 'react';
import { type UnsentText, useUnsentText } from './useUnsentText';

interface PreviewedDraft<T extends Readonly<Record<string, string | null>>, Preview> extends UnsentText<T> {
  /** What was previewed; null before that, and after every change. */
  seen: Preview | null;
  show: (preview: Preview | null) => void;
}

/**
 * The draft of an email that is previewed before it is sent, kept like every unsent text. Any change discards the
 * preview.
 *
 * @param form @param empty as in `useUnsentText`
 */
export const usePreviewedDraft = <T extends Readonly<Record<string, string | null>>, Preview>(
  form: string,
  empty: T,
): PreviewedDraft<T, Preview> => {
  const unsent = useUnsentText(form, empty);
  const [seen, show] = useState<Preview | null>(null);
  return {
    ...unsent,
    seen,
    show,
    change: (to) => {
      unsent.change(to);
      show(null);
    },
    clear: () => {
      unsent.clear();
      show(null);
    },
  };
};
