import { useState } from 'react';
import { newNonce } from '#src/admin/components/useAdminAction';
import { useAdminAction } from '#src/admin/components/useAdminAction';
import type { EmailDraft, EmailPreview, RecipientGroup } from '#src/api/workshop/admin-contract';
import type { WorkshopsApi } from './useWorkshopsApi';
import { people } from './workshop-labels';

const limits = { subject: 200, words: 5_000 } as const;

const problemOf = (text: string, field: keyof typeof limits): string | undefined => {
  const length = [...text.trim()].length;
  if (length === 0) return field === 'subject' ? 'Write a subject.' : 'Write something first.';
  return length > limits[field] ? `That is ${length} characters; ${limits[field]} is the most.` : undefined;
};

/** A letter as she types it. What she has looked at is what is sent: any change asks for another look. */
export const useWrittenLetter = (
  api: WorkshopsApi,
  id: string,
  first: { to: RecipientGroup; people: readonly number[] },
) => {
  const [typed, setTyped] = useState({ subject: '', words: '', to: first.to });
  const [problems, setProblems] = useState<{ subject?: string; words?: string }>({});
  const [seen, setSeen] = useState<{ letter: EmailDraft; preview: EmailPreview; nonce: string } | null>(null);
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
      const letter: EmailDraft = { ...typed, ...(typed.to === 'people' && { people: [...first.people] }) };
      setSeen({ letter, preview: await api.preview(id, letter), nonce: newNonce() });
      return null;
    });
  };
  const send = (): void => {
    if (seen === null) return;
    void act(async () => {
      const { sent } = await api.send(id, seen.letter, seen.nonce);
      setSeen(null);
      setTyped({ subject: '', words: '', to: typed.to });
      return { message: `Your letter is on its way to ${people(sent)}, and a copy to you.`, succeeded: true };
    });
  };
  return { typed, problems, preview: seen?.preview ?? null, result, busy, chosen: first.people, change, look, send };
};

export type LetterDesk = ReturnType<typeof useWrittenLetter>;
