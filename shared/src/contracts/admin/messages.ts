import { z } from 'zod';
import { commentNumber, nonce } from '../comments.js';
import { enquiryKinds, enquiryLimits, replyChannels } from '../enquiries.js';
import { day, instant, slug } from '../envelope.js';
import { multilineText } from '../free-text.js';
import { careMark, responseKit } from './comments.js';

/** The admin's endpoints about messages of the contact form, below `/quiet-room/messages`. All answer `{ data }`. */

/** The lists of messages, in the order of their tabs. `space`: who asked to be told about space; `spam`: suspected. */
export const messageListNames = ['open', 'answered', 'space', 'spam'] as const;
export type MessageListName = (typeof messageListNames)[number];

const version = z.int().positive();

/**
 * What the law asks of a message about personal data, and by when: a complaint must be acknowledged within 30 days, a
 * request answered within a month.
 */
export const messageDeadline = z.object({ duty: z.enum(['acknowledge', 'answer']), day });
export type MessageDeadline = z.infer<typeof messageDeadline>;

/**
 * A message as a row of a list. `name` is null if none was given; `excerpt` is the first 200 characters, empty without
 * a text. `waitingDays` counts the days of the practice's calendar since it arrived or was added to; `isOverdue`: it
 * has waited for longer than was promised. Both only matter while it is open.
 */
export const listedMessage = z.object({
  number: commentNumber,
  version,
  kind: z.enum(enquiryKinds),
  state: z.enum(['open', 'answered']),
  isSpam: z.boolean(),
  name: z.string().nullable(),
  channel: z.enum(replyChannels),
  workshop: z.string().nullable(),
  excerpt: z.string(),
  isTruncated: z.boolean(),
  sentAt: instant,
  isOpened: z.boolean(),
  waitingDays: z.int().min(0),
  isOverdue: z.boolean(),
  care: careMark.nullable(),
  deadline: messageDeadline.nullable(),
});
export type ListedMessage = z.infer<typeof listedMessage>;

/**
 * `GET /messages?list=open&page=1`: 25 a page. Open ones: care flags first, then deadlines that are near, then the
 * oldest; `space` the oldest first, the others newest first.
 */
export const messageListQuery = z.strictObject({
  list: z.enum(messageListNames).default('open'),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
});
export const listedMessages = z.object({
  messages: z.array(listedMessage),
  page: z.int().min(1),
  pageCount: z.int().min(0),
  total: z.int().min(0),
});
export type ListedMessages = z.infer<typeof listedMessages>;

/** `GET /messages/counts`; of `space` the people, each counted once */
export const messageCounts = z.object({ lists: z.record(z.enum(messageListNames), z.int().min(0)) });
export type MessageCounts = z.infer<typeof messageCounts>;

/** `GET /messages/waiting`: how many are open, how many of them overdue, and the first five; for the home page */
export const waitingMessages = z.object({
  count: z.int().min(0),
  overdue: z.int().min(0),
  first: z.array(listedMessage),
});
export type WaitingMessages = z.infer<typeof waitingMessages>;

/**
 * What happened to a message, oldest first. `addition`: its sender added a text; `reply`: the counsellor answered by
 * email; `answered` and `reopened`: she marked it so; `acknowledged` and `note` are steps that she recorded.
 */
export const messageStepKinds = ['addition', 'reply', 'answered', 'reopened', 'acknowledged', 'note'] as const;
export type MessageStepKind = (typeof messageStepKinds)[number];
export const messageStep = z.object({ kind: z.enum(messageStepKinds), at: instant, text: z.string().nullable() });
export type MessageStep = z.infer<typeof messageStep>;

/**
 * `POST /messages/:number/open`: one message with everything that helps to answer. Opening is recorded, because what
 * the counsellor has not opened is never deleted automatically. `others` counts what the same email address has sent
 * besides. `deletedOn`: the day on which it is deleted by itself; null while nothing deletes it. `keepDays`: for how
 * many days it is kept once it was answered.
 */
export const openedMessage = listedMessage.extend({
  text: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  mayLeaveMessage: z.boolean(),
  goodTimes: z.string().nullable(),
  workshopSlug: slug.nullable(),
  answeredAt: instant.nullable(),
  careReasons: z.array(z.string()),
  spamReasons: z.array(z.string()),
  steps: z.array(messageStep),
  ...responseKit.shape,
  others: z.object({ messages: z.int().min(0), comments: z.int().min(0), registrations: z.int().min(0) }),
  deletedOn: day.nullable(),
  keepDays: z.int().min(1),
});
export type OpenedMessage = z.infer<typeof openedMessage>;

const text = multilineText(enquiryLimits.text);

/** An email as it would be sent; `to` is null where several people get it. */
export const messagePreview = z.object({
  to: z.string().nullable(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
});
export type MessagePreview = z.infer<typeof messagePreview>;

/** `POST /messages/:number/preview`: the reply as its recipient would get it (`messagePreview`). Nothing is stored. */
export const replyPreviewRequest = z.strictObject({ text });

/**
 * `POST /messages/:number/reply`: queues the email and marks the message as answered. `nonce` makes a second attempt
 * the same.
 */
export const messageReplyRequest = z.strictObject({ version, nonce, text });

/** `POST /messages/:number/answered`: marks it as answered, for example by phone, or as open again */
export const markAnsweredRequest = z.strictObject({ version, answered: z.boolean() });

/** `POST /messages/:number/spam`: it is spam, or is not */
export const markSpamRequest = z.strictObject({ version, isSpam: z.boolean() });

/** `POST /messages/:number/delete`: deletes it for good */
export const deleteMessageRequest = z.strictObject({ version });

/** `POST /messages/:number/step`: adds a step to the log. A note has a text. */
export const messageStepRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('acknowledged'), nonce }),
  z.strictObject({ kind: z.literal('note'), text: multilineText({ min: 1, max: 2_000 }), nonce }),
]);

/**
 * How an action on a message ended. `changed`: its sender added something, or it was dealt with elsewhere, after it was
 * opened; `gone`: it was withdrawn or deleted; `refused`: `reason` says why in a sentence.
 */
export const messageOutcome = z.discriminatedUnion('status', [
  z.object({ status: z.enum(['done', 'changed', 'gone']) }),
  z.object({ status: z.literal('refused'), reason: z.string() }),
]);
export type MessageOutcome = z.infer<typeof messageOutcome>;
/** Of `/reply`, `/answered`, `/spam`, `/delete` and `/step` */
export const messageOutcomeResponse = z.object({ outcome: messageOutcome });

/** `GET /messages/space`: how many people are on the list, each counted once, and whose name the email ends with */
export const spaceList = z.object({ people: z.int().min(0), counsellor: z.string() });
export type SpaceList = z.infer<typeof spaceList>;

/** `POST /messages/space/preview`: the email about space as everybody on the list would get it (`messagePreview`) */
export const spacePreviewRequest = z.strictObject({ text });

/**
 * `POST /messages/space/send`: one email to those who asked first; `first` null sends it to all of them. They are
 * deleted from the list as soon as the emails are queued. `nonce` makes a second attempt the same.
 */
export const spaceSendRequest = z.strictObject({ text, first: z.int().min(1).max(10_000).nullable(), nonce });
export const spaceSendResponse = z.object({ sent: z.int().min(0), left: z.int().min(0) });
export type SpaceSendResponse = z.infer<typeof spaceSendResponse>;
