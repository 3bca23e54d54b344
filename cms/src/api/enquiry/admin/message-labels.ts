import {
  type EnquiryKind,
  formatIn,
  isAboutData,
  isoDay,
  keepSpaceDays,
  type ListedMessage,
  type MessageDeadline,
  type MessageListName,
  type MessageOutcome,
  type MessageStepKind,
  type OpenedMessage,
  type ReplyChannel,
  type WaitingMessages,
} from 'shared';
import { formatDate, namesLabel, pluralise } from '#src/admin/components/labels';

type Labels<Key extends string> = Readonly<Record<Key, string>>;

const dayMs = 86_400_000;

export const listLabels: Labels<MessageListName> = {
  open: 'Open',
  answered: 'Answered',
  space: 'Waiting for space',
  spam: 'Spam',
};

export const emptyListLabels: Labels<MessageListName> = {
  open: 'Nothing is waiting for an answer.',
  answered: 'There are no answered messages.',
  space: 'Nobody is waiting to hear that you have space.',
  spam: 'There is no spam.',
};

/** In which order a list is, and what becomes of it. */
export const listNotes: Labels<MessageListName> = {
  open: 'Writers who may be in danger come first, then those who may be struggling. Next come requests and complaints about personal data whose day is near, then what has waited longest.',
  answered: 'The newest come first. Open a message to see when it will be deleted.',
  space: `The first to ask comes first. Whoever has waited for ${keepSpaceDays} days is taken off the list without an email.`,
  spam: 'The newest come first. Nothing is deleted before you have looked at it.',
};

const kindLabels: Labels<EnquiryKind> = {
  enquiry: 'Enquiry',
  space: 'Wants to know when you have space',
  workshop: 'Question about a workshop',
  'data-request': 'Request about personal data',
  'data-complaint': 'Complaint about personal data',
};

/** Returns what a message is about; a question with the title of its workshop. */
export const kindLabel = ({ kind, workshop }: Pick<ListedMessage, 'kind' | 'workshop'>): string =>
  kind === 'workshop' && workshop !== null ? `${kindLabels.workshop}: ${workshop}` : kindLabels[kind];

export const channelLabels: Labels<ReplyChannel> = { email: 'Answer by email', phone: 'Answer by phone' };

/** Returns the sender's name as the admin shows it. */
export const senderName = ({ name }: Pick<ListedMessage, 'name'>): string => name ?? 'Someone who gave no name';

const localZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Returns the calendar day of an instant where the reader is, such as `2026-11-27`. */
export const calendarDay = (atMs: number, here = localZone()): string => isoDay(new Date(atMs).toISOString(), here);

/**
 * Returns since when a message has waited: `Waiting since Tuesday (3 days)`.
 *
 * @param here the reader's time zone (IANA)
 */
export const waitingLabel = (waitingDays: number, nowMs: number, here = localZone()): string => {
  if (waitingDays === 0) return 'Waiting since today';
  if (waitingDays === 1) return 'Waiting since yesterday';
  // Counted in calendar days: not every day has 24 hours.
  const since = new Date(Date.parse(calendarDay(nowMs, here)) - waitingDays * dayMs);
  const day = formatIn('UTC', waitingDays < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'long' }).format(since);
  return `Waiting since ${day} (${waitingDays} days)`;
};

/** Returns `27 December` for a calendar day, with the year where that is another one than today’s. */
const dayLabel = (day: string, today: string): string =>
  day.slice(0, 4) === today.slice(0, 4)
    ? formatIn('UTC', { day: 'numeric', month: 'long' }).format(new Date(day))
    : formatDate(day);

/**
 * Returns what the law asks for, and by when: `Acknowledge by 27 December`.
 *
 * @param today the calendar day, such as `2026-11-27`
 */
export const deadlineLabel = ({ duty, day }: MessageDeadline, today: string): string => {
  const by = dayLabel(day, today);
  if (day >= today) return `${duty === 'acknowledge' ? 'Acknowledge' : 'Answer'} by ${by}`;
  return duty === 'acknowledge' ? `Was to be acknowledged by ${by}` : `Was to be answered by ${by}`;
};

export const stepLabels: Labels<MessageStepKind> = {
  addition: 'Added by the sender',
  reply: 'Your reply, by email',
  answered: 'You marked it as answered',
  reopened: 'You opened it again',
  acknowledged: 'You acknowledged it',
  note: 'Your note',
};

/** Returns what else the same address has sent; null if nothing. */
export const othersLabel = ({ messages, comments, registrations }: OpenedMessage['others']): string | null => {
  const parts = [
    ...(messages > 0 ? [pluralise(messages, 'other message')] : []),
    ...(comments > 0 ? [pluralise(comments, 'comment or note', 'comments and notes')] : []),
    ...(registrations > 0
      ? [pluralise(registrations, 'registration for a workshop', 'registrations for workshops')]
      : []),
  ];
  return parts.length === 0 ? null : `This address has also sent ${namesLabel(parts)}.`;
};

/** Returns when a message is deleted by itself, or what keeps it until then. */
export const keptLabel = ({
  kind,
  isSpam,
  deletedOn,
  keepDays,
}: Pick<OpenedMessage, 'kind' | 'isSpam' | 'deletedOn' | 'keepDays'>): string => {
  if (deletedOn === null)
    return `This message is kept until you have answered it, and for ${pluralise(keepDays, 'day')} after that.`;
  const deleted = `This message will be deleted on ${formatDate(deletedOn)}`;
  return kind === 'space' && !isSpam
    ? `${deleted}, or once you have told this person that there is space.`
    : `${deleted}.`;
};

/** Returns what deleting a message takes away, in sentences. */
export const deletionWarning = ({ kind, steps }: Pick<OpenedMessage, 'kind' | 'steps'>): string => {
  if (kind === 'space')
    return 'They are taken off the list, and their email address is deleted. They get no email about it.';
  const log = steps.length > 0 ? ', and everything that was added to it, your replies and notes among it' : '';
  const proof = isAboutData(kind)
    ? ' Nothing will show any more how you dealt with it, and the Information Commissioner may ask you.'
    : '';
  return `The message, the name and the contact details${log} will be deleted, and you can’t get them back.${proof}`;
};

/**
 * Returns how an action ended, in sentences.
 *
 * @param done what to say if it succeeded
 * @param notDone the beginning of the sentence if it did not: `Your reply was not sent`
 */
export const describeOutcome = (outcome: MessageOutcome, done: string, notDone: string): string => {
  switch (outcome.status) {
    case 'done':
      return done;
    case 'changed':
      return `${notDone}: since you opened the message, its sender has added something, or it was dealt with elsewhere. Please read it again first.`;
    case 'gone':
      return `${notDone}: the message was withdrawn by its sender, or deleted.`;
    case 'refused':
      return `${notDone}. ${outcome.reason}`;
  }
};

const overdueLabel = ({ count, overdue }: Pick<WaitingMessages, 'count' | 'overdue'>): string => {
  if (overdue === 0) return '';
  if (count === 1) return ' It has waited longer than you promised.';
  if (overdue === count) return ' All of them have waited longer than you promised.';
  return overdue === 1
    ? ' One of them has waited longer than you promised.'
    : ` ${overdue} of them have waited longer than you promised.`;
};

/** Returns how many messages wait, and how many of them for too long. */
export const waitingHeadline = (waiting: Pick<WaitingMessages, 'count' | 'overdue'>): string => {
  if (waiting.count === 0) return emptyListLabels.open;
  const many =
    waiting.count === 1
      ? 'One message is waiting for an answer.'
      : `${waiting.count} messages are waiting for an answer.`;
  return `${many}${overdueLabel(waiting)}`;
};

/** `1 person`, `4 people`. */
export const peopleLabel = (count: number): string => pluralise(count, 'person', 'people');

/** Returns what sending the email about space does, in a sentence. */
export const spaceWarning = (count: number): string =>
  count === 1
    ? 'One email goes to 1 person, who is then taken off the list. You can’t undo that.'
    : `One email goes to ${count} people, and they are then taken off the list. You can’t undo that.`;

/** Returns what came of it. */
export const spaceSentLabel = ({ sent, left }: { sent: number; left: number }): string => {
  if (sent === 0) return 'Nobody was on the list any more, so nothing was sent.';
  const still =
    left === 0 ? 'Nobody is on the list now.' : `${peopleLabel(left)} ${left === 1 ? 'is' : 'are'} still on the list.`;
  return `Sent to ${peopleLabel(sent)}. ${still}`;
};
