import type { CommentSettings, FieldProblem, Openness, PersonalDetailKind, Writer } from 'shared';
import { commentLimits } from 'shared';
import { longDate } from './dates';

/** How many there are: `7 comments`. */
export const countWords = (count: number): string =>
  count === 0 ? 'No comments yet' : count === 1 ? '1 comment' : `${count} comments`;

/** Whom a comment is by. A name that was taken off is nobody's any more. */
export const nameOf = ({ name, kind }: Writer): string =>
  name ?? (kind === 'counsellor' ? 'The counsellor' : 'Somebody');

/** Why nothing can be written, and when it can again; her own line first where she is away. */
export function closedWords(openness: Extract<Openness, { open: false }>): string[] {
  if (openness.why === 'post') return ['Comments are closed on this post.'];
  if (openness.why === 'age') return ['This post has been here for a while, and its comments have closed.'];
  return [
    openness.words ?? 'Comments are having a rest, because nobody would be here to read them.',
    ...(openness.until ? [`They open again on ${longDate(openness.until)}.`] : []),
  ];
}

/** Which of the two ways of letting comments through holds; null when the practice can't be asked. */
export function holdsWords(holds: CommentSettings['holds'] | undefined): string | null {
  if (!holds) return null;
  return holds === 'all'
    ? 'Every comment is read before it appears.'
    : 'A first comment is read before it appears. Later ones appear at once, if you have had one here before and confirm the new one from your email.';
}

const personal: Record<PersonalDetailKind, string> = {
  email: 'an email address',
  phone: 'a phone number',
  address: 'a postal address',
};

/** `an email address and a phone number`. */
export function detailWords(kinds: readonly PersonalDetailKind[]): string {
  const named = kinds.map((kind) => personal[kind]);
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} and ${named.at(-1) ?? ''}`;
}

type Field = 'name' | 'words' | 'audience' | 'email' | 'consent';

const { name, words } = commentLimits;
const sentences: Record<Field, Partial<Record<FieldProblem, string>>> = {
  name: {
    missing: 'Enter a name. Any name will do',
    'too-short': 'Enter a name. Any name will do',
    'too-long': `Make the name shorter: it can have ${name.most} characters`,
  },
  words: {
    missing: 'Write your comment',
    'too-short': `Write at least ${words.least} characters`,
    'too-long': `Shorten your comment: it can have ${words.most.toLocaleString('en-GB')} characters`,
  },
  audience: { missing: 'Choose who it is for' },
  email: {
    'not-an-address': 'Enter an email address in the right form, like name@example.com',
    'too-long': 'Enter a shorter email address',
    'address-needed': 'Enter an email address to be told, or untick the boxes below it',
    'address-without-use': 'Tick what we may write to you about, or leave the email address out',
  },
  consent: { 'no-consent': 'Tick the box to let us keep what you write' },
};
const otherwise: Record<Field, string> = {
  name: 'Check the name',
  words: 'Check your words',
  audience: 'Choose who it is for',
  email: 'Check the email address',
  consent: 'Tick the box to let us keep what you write',
};

/** What is wrong with a field and how to mend it, as a sentence without a full stop. */
export const problemWords = (field: Field, problem: FieldProblem): string =>
  sentences[field][problem] ?? otherwise[field];
