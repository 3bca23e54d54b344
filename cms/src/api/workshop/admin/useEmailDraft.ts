import { useState } from 'react';
import { newNonce, useAdminAction } from '#src/admin/components/admin-api';
import type { EmailDraft, EmailPreview, RecipientGroup } from '#src/api/workshop/admin-contract';
import type { WorkshopsApi } from './useWorkshopsApi';
import { people } from './workshop-labels';

const limits = { subject: 200, words: 5_000 } as const;

const problemOf = (text: string, field: keyof typeof limits): string | undefined => {
  const length = [...text.trim()].length;
  if (length === 0) return field === 'subject' ? 'Write a subject.' : 'Write something first.';
  return length > limits[field] ? `That is ${length} characters; ${limits[field]} is the most.` : undefined;
};

/** The draft of an email. Only a previewed draft can be sent: any change discards the preview. */
export const useEmailDraft = (
  api: WorkshopsApi,
  id: string,
  first: { to: RecipientGroup; people: readonly number[] },
) => {
  const [typed, setTyped] = useState({ subject: '', words: '', to: first.to });
  const [problems, setProblems] = useState<{ subject?: string; words?: string }>({});
  const [seen, setSeen] = useState<{ email: EmailDraft; preview: EmailPreview; nonce: string } | null>(null);
  const { outcome: result, isBusy: busy, run: act } = useAdminAction();

  const change = (to: Partial<typeof typed>): void => {
    setTyped({ ...typed, ...to });
    setSeen(null);
  };
  const look = (): void => {
    const wrong = { subject: problemOf(typed.subject, 'subject'), words: problemOf(typed.words, 'words') };
    setProblems(wrong);
    if (wrong.subject !== undefined || wrong.words !== undefined) return;
    void act(async () => {
      const email: EmailDraft = { ...typed, ...(typed.to === 'people' && { people: [...first.people] }) };
      setSeen({ email, preview: await api.preview(id, email), nonce: newNonce() });
      return null;
    });
  };
  const send = (): void => {
    if (seen === null) return;
    void act(async () => {
      const { sent } = await api.send(id, seen.email, seen.nonce);
      setSeen(null);
      setTyped({ subject: '', words: '', to: typed.to });
      return { message: `Your email is on its way to ${people(sent)}, and a copy to you.`, succeeded: true };
    });
  };
  return { typed, problems, preview: seen?.preview ?? null, result, busy, chosen: first.people, change, look, send };
};

export type EmailDraftState = ReturnType<typeof useEmailDraft>;
