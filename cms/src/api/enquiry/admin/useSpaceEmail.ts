import { enquiryLimits, type MessagePreview, messagePreview, spaceSendResponse } from 'shared';
import { useAdminAction, useAdminPost } from '#src/admin/components/admin-api';
import { textError } from '#src/admin/components/labels';
import { useFieldErrors } from '#src/admin/components/useFieldErrors';
import { usePreviewedDraft } from '#src/admin/components/usePreviewedDraft';
import { spaceSentLabel } from './message-labels';
import { firstError, firstOf, startingText } from './space-email';

/** `to` is `all` or `first`; `first` is how many, as it was typed. */
type TypedEmail = { text: string; to: string; first: string };

interface Seen {
  typed: TypedEmail;
  preview: MessagePreview;
}

/**
 * The email that tells people that there is space. Only what was previewed can be sent; any change discards the
 * preview.
 *
 * @param refetch fetches again how many people are on the list
 */
export const useSpaceEmail = (refetch: () => Promise<unknown>) => {
  const draft = usePreviewedDraft<TypedEmail, Seen>('space-email', { text: startingText, to: 'all', first: '1' });
  const { typed } = draft;
  const [errors, setErrors] = useFieldErrors<'text' | 'first'>(typed);
  const { outcome, isBusy, run } = useAdminAction();
  const post = useAdminPost();

  /** @param waiting how many people are on the list */
  const preview = (waiting: number): void => {
    const wrong = {
      text: textError(typed.text, enquiryLimits.text.max, 'Enter the text of your email.'),
      first: firstError(typed, waiting),
    };
    setErrors(wrong);
    if (wrong.text !== undefined || wrong.first !== undefined) return;
    void run(async () => {
      draft.show({ typed, preview: await post(messagePreview, '/messages/space/preview', { text: typed.text }) });
      return null;
    });
  };
  const send = (): void =>
    void run(async () => {
      const body = { text: typed.text, first: firstOf(typed), nonce: draft.nonce };
      const sent = await post(spaceSendResponse, '/messages/space/send', body);
      draft.clear();
      await refetch();
      return { message: spaceSentLabel(sent), succeeded: sent.sent > 0 };
    });
  // The text may have been changed while the preview was on its way.
  const seen = draft.seen?.typed === typed ? draft.seen.preview : null;
  return { draft, errors, seen, outcome, isBusy, preview, send };
};

export type SpaceEmail = ReturnType<typeof useSpaceEmail>;
