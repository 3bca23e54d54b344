import { useState } from 'react';
import {
  type EmailDraft,
  type EmailPreview,
  emailPreview,
  emailsSent,
  type RecipientGroup,
  workshopEmailLimits,
} from 'shared';
import { useAdminAction, useAdminPost } from '#src/admin/components/admin-api';
import { textError } from '#src/admin/components/labels';
import { useFieldErrors } from '#src/admin/components/useFieldErrors';
import { usePreviewedDraft } from '#src/admin/components/usePreviewedDraft';
import { peopleLabel } from './workshop-labels';

type TypedEmail = Pick<EmailDraft, 'subject' | 'text' | 'recipients'>;
type TypedTexts = Pick<TypedEmail, 'subject' | 'text'>;

interface Seen {
  draft: EmailDraft;
  preview: EmailPreview;
}

const errorsOf = ({ subject, text }: TypedEmail) => ({
  subject: textError(subject, workshopEmailLimits.subject, 'Enter a subject.'),
  text: textError(text, workshopEmailLimits.text, 'Enter a message.'),
});

/**
 * The draft of an email to participants of a workshop. Only a previewed draft can be sent: any change discards the
 * preview.
 *
 * @param first the recipients that are selected at first; `participants` are the numbers of the group `chosen`
 */
export const useEmailDraft = (id: string, first: { recipients: RecipientGroup; participants: readonly number[] }) => {
  const unsent = usePreviewedDraft<TypedTexts, Seen>(`email:${id}`, { subject: '', text: '' });
  const [recipients, setRecipients] = useState(first.recipients);
  const typed: TypedEmail = { ...unsent.typed, recipients };
  const [errors, setErrors] = useFieldErrors(unsent.typed);
  const { seen } = unsent;
  const { outcome, isBusy, run } = useAdminAction();
  const post = useAdminPost();

  const change = ({ recipients: to, ...text }: Partial<TypedEmail>): void => {
    if (to !== undefined) setRecipients(to);
    unsent.change(text);
  };
  const preview = (): void => {
    const wrong = errorsOf(typed);
    setErrors(wrong);
    if (wrong.subject !== undefined || wrong.text !== undefined) return;
    void run(async () => {
      const draft = { ...typed, ...(typed.recipients === 'chosen' && { participants: [...first.participants] }) };
      unsent.show({ draft, preview: await post(emailPreview, `/workshops/${id}/emails/preview`, draft) });
      return null;
    });
  };
  const send = (): void => {
    if (seen === null) return;
    void run(async () => {
      const { sent } = await post(emailsSent, `/workshops/${id}/emails`, { ...seen.draft, nonce: unsent.nonce });
      unsent.clear();
      return { message: `Your email is on its way to ${peopleLabel(sent)}, and a copy to you.`, succeeded: true };
    });
  };
  return {
    typed,
    unsent,
    errors,
    seen: seen?.preview ?? null,
    outcome,
    isBusy,
    chosen: first.participants,
    change,
    preview,
    send,
  };
};

export type EmailDraftState = ReturnType<typeof useEmailDraft>;
