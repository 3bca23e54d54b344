import type {
  AddressMismatch,
  CommentErrorCode,
  CommentSettings,
  Openness,
  PersonalDetailKind,
  PrivateComment,
  ReportReason,
  Writer,
} from 'shared';
import { commentLimits, reportTextLimit } from 'shared';
import { formatDate } from '#shared/dates';

/** Returns how many comments there are: `7 comments`. */
export const commentCount = (count: number): string =>
  count === 0 ? 'No comments yet' : count === 1 ? '1 comment' : `${count} comments`;

/** Returns the name to show for the writer of a comment, who may have removed it. */
export const writerName = ({ name, kind }: Writer): string =>
  name ?? (kind === 'counsellor' ? 'The counsellor' : 'Someone');

/**
 * Returns why comments are closed, and when they open again; while the counsellor is away, the counsellor's own message
 * first.
 *
 * @param timeZone the practice's
 */
export function closedMessages(openness: Extract<Openness, { open: false }>, timeZone: string): string[] {
  if (openness.why === 'post') return ['Comments are closed on this post.'];
  if (openness.why === 'age') return ['This post was published a while ago, so its comments have closed.'];
  return [
    openness.message ?? 'Comments are closed for now, because nobody is here to read them.',
    ...(openness.until ? [`Comments open again on ${formatDate(openness.until, timeZone)}.`] : []),
  ];
}

/** Returns which moderation rule applies; null when the practice is unknown. */
export function moderationRule(rule: CommentSettings['moderated'] | undefined): string | null {
  if (!rule) return null;
  return rule === 'all'
    ? 'Every comment is read before it appears.'
    : 'Your first comment is read before it appears. Later ones appear straight away if you confirm them from your email.';
}

const detailLabels: Record<PersonalDetailKind, string> = {
  email: 'an email address',
  phone: 'a phone number',
  address: 'a postal address',
};

/** Returns a list of personal details: `an email address and a phone number`. */
export function listDetails(kinds: readonly PersonalDetailKind[]): string {
  const labels = kinds.map((kind) => detailLabels[kind]);
  return labels.length < 2 ? labels.join('') : `${labels.slice(0, -1).join(', ')} and ${labels.at(-1) ?? ''}`;
}

type Field = 'name' | 'text' | 'message' | 'audience' | 'email' | 'consent';

const { name, text } = commentLimits;
const errorMessages: Record<Field, Partial<Record<CommentErrorCode, string>>> = {
  name: {
    missing: 'Enter a name. Any name will do',
    'too-short': 'Enter a name. Any name will do',
    'too-long': `Name must be ${name.max} characters or fewer`,
  },
  text: {
    missing: 'Write your comment',
    'too-short': `Comment must be at least ${text.min} characters`,
    'too-long': `Comment must be ${text.max.toLocaleString('en-GB')} characters or fewer`,
  },
  message: {
    missing: 'Write your message',
    'too-short': `Your message must be at least ${text.min} characters`,
    'too-long': `Your message must be ${text.max.toLocaleString('en-GB')} characters or fewer`,
  },
  audience: { missing: 'Choose who your comment is for' },
  email: {
    'not-an-address': 'Enter an email address in the correct format, like name@example.com',
    'too-long': 'Enter a shorter email address',
  },
  consent: { 'no-consent': 'Tick the box to let us keep what you write' },
};
const fallbackMessages: Record<Field, string> = {
  name: 'Check the name',
  text: 'Check your comment',
  message: 'Check your message',
  audience: 'Choose who your comment is for',
  email: 'Check the email address',
  consent: 'Tick the box to let us keep what you write',
};

/** Returns what is wrong with a field of the comment form and how to fix it, without a full stop. */
export const commentErrorMessage = (field: Field, error: CommentErrorCode): string =>
  errorMessages[field][error] ?? fallbackMessages[field];

/** What becomes of an address without a use, and of a wish for emails without an address. */
export const addressMismatchMessages: Readonly<Record<AddressMismatch, string>> = {
  'address-without-use':
    'You ticked nothing that we can email you about, so we don’t keep your email address. Your private link shows what happens to your comment.',
  'use-without-address':
    'You asked for an email but gave no email address, so we can’t send one. Your private link shows what happens to your comment.',
};

/** What is wrong with a field of the report form and how to fix it, without a full stop. */
export const reportErrorMessages: Readonly<Record<'reason' | 'text', string>> = {
  reason: 'Choose a reason',
  text: `What you add must be ${reportTextLimit.max.toLocaleString('en-GB')} characters or fewer`,
};

/** What the private page says first: a heading and what follows from it. */
export interface StatusMessage {
  heading: string;
  paragraphs: string[];
}

type CommentStatus = Pick<PrivateComment, 'state' | 'hidden' | 'audience' | 'onPage' | 'messages'>;

/** What a private answer adds, whatever was decided about the comment itself. */
const privateAnswer = ({ messages }: CommentStatus, counsellor: string): string[] =>
  messages.some(({ by }) => by === 'counsellor')
    ? [`${counsellor} has answered you, below. Only you can see that.`]
    : [];

function noteStatus({ state, messages }: CommentStatus, counsellor: string): StatusMessage {
  if (messages.at(-1)?.by === 'counsellor')
    return {
      heading: 'Your note has been read and answered',
      paragraphs: ['The answer is below. Only you can see it.'],
    };
  if (messages.length > 0)
    return {
      heading: 'What you wrote last is waiting to be read',
      paragraphs: [`${counsellor} reads notes between sessions, so it can take a few days.`],
    };
  return state === 'waiting'
    ? {
        heading: 'Your note is waiting to be read',
        paragraphs: [`${counsellor} reads notes between sessions, so it can take a few days.`],
      }
    : {
        heading: 'Your note has been read',
        paragraphs: [`${counsellor} has read it. If there is an answer, it will appear here.`],
      };
}

function decidedStatus({ state, onPage }: CommentStatus, counsellor: string): StatusMessage {
  if (state === 'declined')
    return {
      heading: 'Your comment has been read, and is not on the page',
      paragraphs: [
        `${counsellor} has read what you wrote and decided not to publish it. There can be many reasons, such as details that could identify someone. It is no judgement of you.`,
      ],
    };
  return onPage
    ? { heading: 'Your comment is on the page', paragraphs: [] }
    : {
        heading: 'Your comment has been approved',
        paragraphs: ['Nobody can see it at the moment, because the page that it belongs to is not on the site.'],
      };
}

/** Returns what the writer of a comment or a note learns about its state. */
export function privateCommentStatus(comment: CommentStatus, counsellor: string): StatusMessage {
  if (comment.audience === 'counsellor') return noteStatus(comment, counsellor);
  const answer = privateAnswer(comment, counsellor);
  const status = comment.hidden
    ? {
        heading: 'Your comment is hidden for now',
        paragraphs: [`Someone asked ${counsellor} to check it, so nobody can see it until then.`],
      }
    : comment.state === 'waiting'
      ? {
          heading: 'Your comment is waiting to be read',
          paragraphs: [`${counsellor} reads comments between sessions, so it can take a few days.`],
        }
      : decidedStatus(comment, counsellor);
  // Who has an answer has been read: nothing on the page says otherwise.
  return comment.state === 'waiting' && answer.length > 0
    ? { heading: `${counsellor} has answered you`, paragraphs: ['The answer is below. Only you can see it.'] }
    : { ...status, paragraphs: [...answer, ...status.paragraphs] };
}

/** The reasons of a report as the form lists them, in the contract's order. */
export const reportReasonLabels: Record<ReportReason, { label: string; hint: string | null }> = {
  'identifies-or-threatens': {
    label: 'It identifies or threatens someone',
    hint: 'We hide the comment straight away, until it has been checked.',
  },
  'worried-about-writer': { label: 'I’m worried about the person who wrote it', hint: null },
  'unkind-or-harmful': { label: 'It is unkind, or could harm someone', hint: null },
  advertising: { label: 'It is advertising', hint: null },
  'lost-my-link': {
    label: 'I wrote this and lost my link',
    hint: 'Tell us what you would like us to do with it, and something that shows you wrote it.',
  },
  'something-else': { label: 'Something else', hint: null },
};
