import { z } from 'zod';
import { emailAddress } from '../../email-address.js';
import { callChannels } from '../calls.js';
import { audiences, commentNumber } from '../comments.js';
import { enquiryKinds } from '../enquiries.js';
import { instant } from '../envelope.js';
import { registrationNumber } from '../registrations.js';
import { commentStates, legalHold } from './comments.js';
import { messageStep } from './messages.js';

/** The admin's endpoints about personal data, below `/quiet-room/privacy`. Every answer is `{ data }`. */

/** The address is sent in a body, because URLs are logged. */
export const personalDataRequest = z.strictObject({ address: emailAddress });

/** An email of the outbox. The content of an email that was delivered is not stored any more, so it is null. */
export const storedEmail = z.object({
  kind: z.string(),
  state: z.string(),
  queuedAt: instant,
  subject: z.string().nullable(),
  text: z.string().nullable(),
});
export type StoredEmail = z.infer<typeof storedEmail>;

/** A mailbox with the emails to it. */
export const storedMailbox = z.object({
  address: z.string(),
  confirmedAt: instant.nullable(),
  unsubscribedAt: instant.nullable(),
  lastUsedAt: instant,
  emails: z.array(storedEmail),
});
export type StoredMailbox = z.infer<typeof storedMailbox>;

/** A comment or private note that was sent with the address. */
export const storedComment = z.object({
  number: commentNumber,
  /** The title of the post. */
  post: z.string(),
  audience: z.enum(audiences),
  state: z.enum(commentStates),
  name: z.string().nullable(),
  text: z.string().nullable(),
  sentAt: instant,
  notifyOnApproval: z.boolean(),
  notifyOnReply: z.boolean(),
  /** Why it must not be deleted, and until when; null when it is not on legal hold. */
  legalHold: legalHold.nullable(),
  /** The counsellor's replies to it; those to a private note are on no page. */
  replies: z.array(z.object({ text: z.string(), sentAt: instant })),
});
export type StoredComment = z.infer<typeof storedComment>;

/** A registration with the emails about it. `price` is a label with its amount, such as `Full price £48`. */
export const storedRegistration = z.object({
  number: registrationNumber,
  /** The title of the workshop. */
  workshop: z.string(),
  state: z.enum(['pending', 'waitlist_pending', 'confirmed', 'waitlisted', 'offered', 'cancelled', 'expired']),
  name: z.string(),
  certificateName: z.string().nullable(),
  email: z.string(),
  accessNeeds: z.string().nullable(),
  price: z.string().nullable(),
  paidAt: instant.nullable(),
  attended: z.boolean().nullable(),
  registeredAt: instant,
  emails: z.array(storedEmail),
});
export type StoredRegistration = z.infer<typeof storedRegistration>;

/** A message of the contact form that was sent with the address, with what was added and done since. */
export const storedEnquiry = z.object({
  number: commentNumber,
  kind: z.enum(enquiryKinds),
  state: z.enum(['open', 'answered']),
  name: z.string().nullable(),
  email: z.string(),
  workshop: z.string().nullable(),
  text: z.string().nullable(),
  sentAt: instant,
  answeredAt: instant.nullable(),
  steps: z.array(messageStep),
  emails: z.array(storedEmail),
});
export type StoredEnquiry = z.infer<typeof storedEnquiry>;

/** An introductory call. */
export const storedCall = z.object({
  number: commentNumber,
  state: z.enum(['booked', 'cancelled']),
  channel: z.enum(callChannels),
  starts: instant,
  ends: instant,
  timeZone: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  mayLeaveVoicemail: z.boolean(),
  voicemailName: z.string().nullable(),
  bookedAt: instant,
  cancelledAt: instant.nullable(),
  emails: z.array(storedEmail),
});
export type StoredCall = z.infer<typeof storedCall>;

/**
 * `POST /privacy/find`: everything that is stored about an address, one section for each feature that stores something.
 * Several mailboxes differ in capitals only.
 */
export const personalData = z.object({
  address: z.string(),
  mailboxes: z.array(storedMailbox),
  comments: z.array(storedComment),
  registrations: z.array(storedRegistration),
  enquiries: z.array(storedEnquiry),
  calls: z.array(storedCall),
});
export type PersonalData = z.infer<typeof personalData>;

/**
 * Whether the site has purged the cached pages that showed a deleted comment. `unreachable`: it did not answer, and
 * purges them when it next polls the CMS.
 */
export const purgeOutcomes = ['purged', 'none', 'unreachable'] as const;
export type PurgeOutcome = (typeof purgeOutcomes)[number];

/** `POST /privacy/erase`: how much was deleted. `addresses` is 0 when nothing was stored. */
export const erasedData = z.object({
  comments: z.int().min(0),
  registrations: z.int().min(0),
  enquiries: z.int().min(0),
  calls: z.int().min(0),
  emails: z.int().min(0),
  addresses: z.int().min(0),
  pages: z.enum(purgeOutcomes),
});
export type ErasedData = z.infer<typeof erasedData>;
