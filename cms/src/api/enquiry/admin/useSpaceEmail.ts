import { enquiryLimits, type MessagePreview, messagePreview, type SpaceList, spaceSendResponse } from 'shared';
import { type useAdminAction, useAdminPost } from '#src/admin/components/admin-api';
import { textError } from '#src/admin/components/labels';
import { useFieldErrors } from '#src/admin/components/useFieldErrors';
import { usePreviewedDraft } from '#src/admin/components/usePreviewedDraft';
import { spaceSentLabel } from './message-labels';
import { emptyEmail, firstError, firstOf, type TypedEmail, withRecipients } from './space-email';

interface Seen {
  typed: TypedEmail;
  preview: MessagePreview;
}

/**
 * The email that tells people that there is space. Only what was previewed can be sent; any change discards the
 * preview.
 *
 * @param refetch fetches the list again
 */
export const useSpaceEmail = (
  list: SpaceList,
  { isBusy, run }: ReturnType<typeof useAdminAction>,
  refetch: () => Promise<unknown>,
) => {
  const draft = usePreviewedDraft<TypedEmail, Seen>('space-email', emptyEmail(list));
  const { typed } = draft;
  const [errors, setErrors] = useFieldErrors<'text' | 'first'>(typed);
  const post = useAdminPost();

  const changeRecipients = (to: Partial<TypedEmail>): void => draft.change(withRecipients(typed, to, list));
  const preview = (): void => {
    const wrong = {
      text: textError(typed.text, enquiryLimits.text.max, 'Enter the text of your email.'),
      first: firstError(typed, list.people),
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
  return { draft, changeRecipients, errors, seen, isBusy, preview, send };
};

export type SpaceEmail = ReturnType<typeof useSpaceEmail>;
