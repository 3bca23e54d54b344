import type { Audience } from 'shared';
import { insertComment } from '#src/api/comment/comment-rows';
import { screenComment } from '#src/api/comment/domain/screening';
import type { UnitOfWork } from '#src/database/unit-of-work';

/**
 * A comment under a demo post. `sent` is an instant, or how many hours ago; `answers` is the index of its parent in
 * this list.
 */
export interface DemoComment {
  /** Null: the counsellor's reply. */
  name: string | null;
  text: string;
  sent: string | number;
  audience?: Audience;
  state?: 'approved' | 'waiting';
  answers?: number;
}

/** The title of the post that they are on. */
export const commentedPost = 'When the night is loud';

/**
 * A published thread; then what waits for the counsellor: a comment, a reply, a private note, and a comment whose
 * writer is struggling. Nobody gave an address.
 */
export const demoComments: readonly DemoComment[] = [
  {
    name: 'Marian',
    text: 'The bit about the appointment with the worry made me laugh, and then I tried it. I have kept three of them now, at the kitchen table, with tea. Two of the worries never turned up.',
    sent: '2026-11-02T06:40:00.000Z',
  },
  {
    name: null,
    text: 'I’m glad you laughed first, Marian. And I like that you went anyway, even when the worry didn’t. That’s a kind thing to do for yourself.',
    sent: '2026-11-02T18:15:00.000Z',
    answers: 0,
  },
  {
    name: 'P.',
    text: 'Same here, except that mine all turned up. Still easier with toast than at three in the morning.',
    sent: '2026-11-04T20:05:00.000Z',
    answers: 0,
  },
  {
    name: 'Night shift Dave',
    text: 'I’m a porter at a hospital, so three o’clock is the middle of my day.\n\nFunny thing is, I get the same thoughts at eleven in the morning when I can’t drop off with the sun coming in. So it isn’t the dark that does it. It’s being the only one awake.',
    sent: '2026-11-08T11:20:00.000Z',
  },
  {
    name: 'Hollie',
    text: 'Does the pencil have to be a pencil? I typed mine into my phone and, well, then I was on my phone. Asking for a friend.',
    sent: 3,
    state: 'waiting',
  },
  {
    name: 'Marian',
    text: 'You put that better than I could, Dave. Being the only one awake. I’ll think of you at the hospital next time.',
    sent: 8,
    state: 'waiting',
    answers: 3,
  },
  {
    name: 'Someone who reads along',
    text: 'I don’t want this on the page. I only wanted to say that I read this to my dad in the hospice last week, because he couldn’t sleep either, and he asked me to read the part about the postmark again. Thank you for writing it.',
    sent: 20,
    audience: 'counsellor',
    state: 'waiting',
  },
  {
    name: 'K',
    text: 'It’s been weeks. I’m just so tired of all of it and I keep thinking everyone would be better off without me. Don’t know why I’m writing this here really.',
    sent: 5,
    state: 'waiting',
  },
];

const hourMs = 3_600_000;

const sentAt = ({ sent }: DemoComment, now: Date): Date =>
  typeof sent === 'string' ? new Date(sent) : new Date(now.getTime() - sent * hourMs);

/** Screens it like any other comment. */
const screeningColumns = ({ name, text }: DemoComment) => {
  const { care, spamReasons, personalDetails } = screenComment({
    name: name ?? '',
    text,
    honeypot: false,
    sameBefore: 0,
    wordList: [],
  });
  return {
    care_kind: care?.kind ?? null,
    care_urgent: care?.urgent ?? false,
    care_reasons: JSON.stringify(care?.reasons ?? null),
    spam_reasons: JSON.stringify(spamReasons),
    personal_details: personalDetails,
  };
};

/** Inserts the demo comments under their post, in the transaction of the other demo content. */
export const seedDemoComments = async (uow: UnitOfWork, now: Date): Promise<void> => {
  const post = await uow.strapi
    .documents('api::post.post')
    .findFirst({ filters: { title: commentedPost }, status: 'published' });
  if (!post) return;
  const made: { id: number; root: number }[] = [];
  for (const comment of demoComments) {
    const { name, text, audience = 'everyone', state = 'approved', answers } = comment;
    const parent = answers === undefined ? undefined : made[answers];
    const sent = sentAt(comment, now);
    const decided = state === 'approved' ? sent : null;
    const row = await insertComment(uow, {
      post_id: post.documentId,
      root_id: parent?.root ?? null,
      parent_id: parent?.id ?? null,
      audience,
      from_counsellor: name === null,
      name,
      text,
      state,
      ...screeningColumns(comment),
      sent_at: sent,
      opened_at: decided,
      decided_at: decided,
      first_approved_at: decided,
    });
    if (row) made.push({ id: row.id, root: parent?.root ?? row.id });
  }
};
