import { z } from 'zod';
import { nonce } from '../comments.js';
import { day, instant } from '../envelope.js';
import { line, multilineText, optionalText } from '../free-text.js';
import {
  registrationFields,
  registrationNumber,
  type RegistrationState,
  registrationStates,
} from '../registrations.js';
import { price, workshopStates } from '../workshops.js';

/** The admin's endpoints about workshops, below `/quiet-room/workshops`. Every answer is `{ data }`. */

/** Strapi's document id: 24 to 32 characters of a CUID. */
export const workshopId = z.string().regex(/^[a-z0-9]{24,32}$/);

/** How each state of a registration is written in the admin and in exported lists. */
export const participantStateLabels: Readonly<Record<RegistrationState, string>> = {
  confirmed: 'Has a place',
  offered: 'Offered a place',
  unconfirmed: 'Not confirmed yet',
  waitlisted: 'On the waitlist',
  cancelled: 'Cancelled',
  expired: 'Expired',
};

/**
 * How full a workshop is. `free` counts seats that nobody has and nobody is offered; `accessNeeds` counts confirmed
 * participants who have written what they need.
 */
export const seatCounts = z.object({
  capacity: z.int().min(1),
  confirmed: z.int().min(0),
  pending: z.int().min(0),
  offered: z.int().min(0),
  waitlisted: z.int().min(0),
  free: z.int(),
  accessNeeds: z.int().min(0),
});
export type SeatCounts = z.infer<typeof seatCounts>;

/** A workshop as a row of a list. `starts` and `ends` are those of its first and last session. */
export const listedWorkshop = z.object({
  id: workshopId,
  slug: z.string(),
  title: z.string(),
  state: z.enum(workshopStates),
  starts: instant,
  ends: instant,
  timeZone: z.string(),
  cpdHours: z.number().positive().nullable(),
  counts: seatCounts,
});
export type ListedWorkshop = z.infer<typeof listedWorkshop>;

/** `GET /workshops`: upcoming ones, the next first, and the latest 50 that are over */
export const listedWorkshops = z.object({ upcoming: z.array(listedWorkshop), past: z.array(listedWorkshop) });
export type ListedWorkshops = z.infer<typeof listedWorkshops>;

/**
 * `GET /workshops/next`: for the admin's home page; null when there is no upcoming workshop. `withAccessNeeds` are the
 * names of confirmed participants who have written what they need.
 */
export const nextWorkshop = z.object({
  workshop: listedWorkshop.extend({ withAccessNeeds: z.array(z.string()) }).nullable(),
});
export type NextWorkshop = z.infer<typeof nextWorkshop>;

/** When the emails about a published change go out, and how many there are; null when none waits. */
const heldChange = z.object({ sentAt: instant, emails: z.int().positive() }).nullable();
export type WaitingChange = z.infer<typeof heldChange>;

/** `GET /workshops/:id/seats`: for what stands beside a workshop's form; null before it is first published */
export const workshopSeats = z.object({ workshop: listedWorkshop.nullable(), heldChange });
export type WorkshopSeats = z.infer<typeof workshopSeats>;

/**
 * `GET /workshops/:id/ending`: how many people are on its list, and what has to happen before it can be taken off the
 * site or deleted, in sentences; null where it can
 */
export const workshopEnding = z.object({
  people: z.int().min(0),
  before: z.object({ unpublish: z.string().nullable(), delete: z.string().nullable() }),
});
export type WorkshopEnding = z.infer<typeof workshopEnding>;

/** A participant. `reservedUntil` is when an unconfirmed or offered seat becomes free again. */
export const participant = z.object({
  number: registrationNumber,
  state: z.enum(registrationStates),
  name: z.string(),
  certificateName: z.string(),
  email: z.string(),
  accessNeeds: z.string().nullable(),
  price: price.pick({ label: true, pence: true }).nullable(),
  paid: z.boolean(),
  /** Null until it is marked. */
  attended: z.boolean().nullable(),
  addedManually: z.boolean(),
  /** The owner of the email address has said that they did not register, so the place was given back. */
  disowned: z.boolean(),
  registeredAt: instant,
  reservedUntil: instant.nullable(),
  version: z.int().positive(),
});
export type Participant = z.infer<typeof participant>;

/** `GET /workshops/:id`: a workshop with its participants, in the order in which they registered */
export const workshopWithParticipants = listedWorkshop.extend({
  prices: z.array(price.pick({ key: true, label: true, pence: true })),
  participants: z.array(participant),
  /** The upcoming workshops to which participants can be moved. */
  moveTargets: z.array(listedWorkshop.pick({ id: true, title: true, starts: true, timeZone: true })),
  /** Where readers find it; null while they can't. */
  url: z.string().nullable(),
  /** The calendar day on which the personal data of its participants is deleted. */
  deletionDay: day,
  /** Whether attendance can be marked: from the first day on, by the clock of the server. */
  attendanceOpen: z.boolean(),
  cancellation: z.object({ at: instant, message: z.string().nullable() }).nullable(),
  /** A change that was published and that nobody was told about yet: when the emails go out, and how many. */
  heldChange,
});
export type WorkshopWithParticipants = z.infer<typeof workshopWithParticipants>;

/**
 * `GET /workshops/:id/export`: a CSV file in which spreadsheets execute nothing, and the same as a workbook (.xlsx) in
 * base64; `fileName` is that of both, without the ending
 */
export const exportedParticipants = z.object({ fileName: z.string(), csv: z.string(), xlsx: z.base64() });
export type ExportedParticipants = z.infer<typeof exportedParticipants>;

/** `POST /workshops/:id/participants`: adds a participant whose place is confirmed at once, and emails the details */
export const newParticipant = registrationFields.omit({ consent: true }).extend({ nonce });
export type NewParticipant = z.output<typeof newParticipant>;

/** `full`: there is no free seat. `refused`: `reason` says why in a sentence. */
export const addOutcome = z.discriminatedUnion('status', [
  z.object({ status: z.literal('done'), number: registrationNumber }),
  z.object({ status: z.literal('full') }),
  z.object({ status: z.literal('refused'), reason: z.string() }),
]);
export type AddOutcome = z.infer<typeof addOutcome>;

/** A participant as it was on the counsellor's screen. An action on any other version of it is refused. */
export const participantVersion = z.strictObject({ number: registrationNumber, version: z.int().positive() });
export type ParticipantVersion = z.infer<typeof participantVersion>;

const severalParticipants = z.array(participantVersion).min(1).max(1_000);

const marks = z.strictObject({ attended: z.boolean().nullable().optional(), paid: z.boolean().optional() });
/** Whether a participant attended (null removes the mark) and has paid; what is left out stays as it is. */
export type Marks = z.infer<typeof marks>;

/** `POST /workshops/:id/participants/mark` */
export const markRequest = marks.extend({ participants: severalParticipants });
/** `POST /workshops/:id/participants/cancel`: with `notify`, they get an email */
export const cancelParticipantsRequest = z.strictObject({ participants: severalParticipants, notify: z.boolean() });
/** `POST /workshops/:id/participants/move`: confirmed participants are moved only if there is a free seat */
export const moveRequest = z.strictObject({ participants: severalParticipants, to: workshopId });

/**
 * How an action on one participant ended. `told`, of `cancel`: they get an email about it. `already-cancelled`: nothing
 * was left to cancel, and nobody is told again. `changed`: the registration was changed meanwhile. `full`: there is no
 * free seat. `refused`: its present state does not allow it; `reason` says why in a sentence.
 */
export const participantOutcome = z.discriminatedUnion('status', [
  z.object({ number: registrationNumber, status: z.literal('done'), told: z.boolean().optional() }),
  z.object({ number: registrationNumber, status: z.enum(['already-cancelled', 'changed', 'gone', 'full']) }),
  z.object({ number: registrationNumber, status: z.literal('refused'), reason: z.string() }),
]);
export type ParticipantOutcome = z.infer<typeof participantOutcome>;

/** Of `mark`, `cancel` and `move`: one outcome a participant, in the order of the request */
export const participantOutcomes = z.object({ outcomes: z.array(participantOutcome) });
export type ParticipantOutcomes = z.infer<typeof participantOutcomes>;

/** Who gets an email from the counsellor. `chosen`: those whose numbers are listed. */
export const recipientGroups = ['confirmed', 'waitlisted', 'attended', 'unpaid', 'chosen'] as const;
export type RecipientGroup = (typeof recipientGroups)[number];

/** Characters of the counsellor's own emails, and of the message with which she cancels a workshop. */
export const workshopEmailLimits = { subject: 200, text: 5_000, cancellationMessage: 2_000 } as const;

/**
 * `POST /workshops/:id/emails/preview`: the counsellor's email as it will be sent; nothing is sent. Participants who
 * have not confirmed their address get none.
 */
export const emailDraft = z.strictObject({
  subject: line({ min: 1, max: workshopEmailLimits.subject }),
  text: multilineText({ min: 1, max: workshopEmailLimits.text }),
  recipients: z.enum(recipientGroups),
  /** Of the group `chosen` only. */
  participants: z.array(registrationNumber).max(1_000).optional(),
});
export type EmailDraft = z.output<typeof emailDraft>;

/** The copy that the counsellor gets: each participant's has a private link where the copy says so. */
export const emailPreview = z.object({
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  recipients: z.array(z.object({ name: z.string(), email: z.string() })),
  copyTo: z.string(),
});
export type EmailPreview = z.infer<typeof emailPreview>;

/** `POST /workshops/:id/emails`: the same nonce sends once. `sent` counts participants, without the copy. */
export const sendEmailRequest = emailDraft.extend({ nonce });
export const emailsSent = z.object({ sent: z.int().min(0) });
export type EmailsSent = z.infer<typeof emailsSent>;

/**
 * `POST /workshops/:id/cancel`: cancels the workshop for good. `notified` counts the participants who get an email with
 * the message.
 */
export const cancelWorkshopRequest = z.strictObject({
  message: optionalText({ max: workshopEmailLimits.cancellationMessage }),
});
export const workshopCancelled = z.object({ notified: z.int().min(0) });
export type WorkshopCancelled = z.infer<typeof workshopCancelled>;

/** `POST /workshops/:id/held-change`: sends the emails about a change at once, or drops them; answers how many */
export const heldChangeRequest = z.strictObject({ action: z.enum(['send', 'drop']) });
export type HeldChangeAction = z.infer<typeof heldChangeRequest>['action'];
export const heldChangeOutcome = z.object({ emails: z.int().min(0) });
export type HeldChangeOutcome = z.infer<typeof heldChangeOutcome>;

/**
 * `POST /workshops/:id/duplicate`: makes a draft whose first session is on `day`; all other dates keep their distance
 * from it. Returns the id of the draft.
 */
export const duplicateRequest = z.strictObject({ day });
export const duplicatedWorkshop = z.object({ id: workshopId });
export type DuplicatedWorkshop = z.infer<typeof duplicatedWorkshop>;
