import type { Core } from '@strapi/strapi';
import type { ResponseKit } from 'shared';
import { textOrNull } from '#src/text/text-or-null';
import { type ReplyUse, startingMessageChecklist } from './starting-kit';

interface StoredPractice {
  checklist: string | null;
  messageChecklist: string | null;
  savedReplies: { title: string; text: string; usedFor: ReplyUse | null }[];
}

/** Returns the checklist for comments or messages. Practices from before messages had their own get the usual one. */
const checklistFor = (use: 'comments' | 'messages', practice: StoredPractice | null): string =>
  use === 'comments'
    ? (practice?.checklist ?? '')
    : (textOrNull(practice?.messageChecklist ?? '') ?? startingMessageChecklist);

/**
 * Returns the practice's saved replies for comments or messages and the checklist for them, one step a line. A saved
 * reply from before there was a choice is for comments. Runs in the current transaction.
 */
export const loadResponseKit = async (strapi: Core.Strapi, use: 'comments' | 'messages'): Promise<ResponseKit> => {
  const practice = (await strapi.db.query('api::practice.practice').findOne({
    select: ['id', 'checklist', 'messageChecklist'],
    populate: { savedReplies: true },
  })) as StoredPractice | null;
  const steps = checklistFor(use, practice)
    .split('\n')
    .map((step) => textOrNull(step));
  const replies = (practice?.savedReplies ?? []).filter(({ usedFor }) =>
    [use, 'comments and messages'].includes(usedFor ?? 'comments'),
  );
  return {
    checklist: steps.filter((step) => step !== null),
    savedReplies: replies.map(({ title, text }) => ({ title, text })),
  };
};
