import type { RegistrationState, WorkshopState } from 'shared';

/** The state of a registration in the admin. `unconfirmed` holds a seat, or an entry on the waitlist, for a day. */
export type ParticipantState = RegistrationState;

/** How each is said, in the admin and in exported lists. */
export const participantStateLabels: Readonly<Record<ParticipantState, string>> = {
  confirmed: 'Has a place',
  offered: 'Offered a place',
  unconfirmed: 'Not confirmed yet',
  waitlisted: 'On the waitlist',
  cancelled: 'Cancelled',
  expired: 'Ran out',
};

/**
 * How full a workshop is; `free` counts what nobody has and nobody is offered. `needs`: how many with a place have said
 * what they need.
 */
export interface SeatCounts {
  capacity: number;
  confirmed: number;
  pending: number;
  offered: number;
  waitlisted: number;
  free: number;
  accessNeeds: number;
}

/** A workshop in her list; `id` is its document id. Instants are ISO 8601 in UTC. */
export interface AdminWorkshop {
  id: string;
  slug: string;
  title: string;
  state: WorkshopState;
  starts: string;
  ends: string;
  timeZone: string;
  cpdHours: number | null;
  counts: SeatCounts;
}

/** GET /workshops -> both kinds; `past` are the latest 50. */
export interface AdminWorkshopLists {
  upcoming: AdminWorkshop[];
  past: AdminWorkshop[];
}

/**
 * GET /workshops/next -> the widget; `workshop` is null when none comes. `needsOf`: the names of those with a place who
 * have said what they need.
 */
export interface NextWorkshop {
  workshop: (AdminWorkshop & { needsOf: string[] }) | null;
}

/**
 * GET /workshops/:id/places -> beside the form in which she edits it; `workshop` is null before it was published for
 * the first time.
 */
export interface WorkshopSeats {
  workshop: AdminWorkshop | null;
}

/** A participant as she sees them. `until` ends what is held or offered; `sent` is when they registered. */
export interface Participant {
  number: number;
  state: ParticipantState;
  name: string;
  certificateName: string;
  email: string;
  accessNeeds: string | null;
  price: { label: string; pence: number } | null;
  paid: boolean;
  /** null: not marked. */
  attended: boolean | null;
  addedManually: boolean;
  sent: string;
  until: string | null;
  version: number;
}

/**
 * GET /workshops/:id -> the workshop with everybody, in the order of registering; `prices` to add someone by hand,
 * `others` to move them to.
 */
export interface AdminWorkshopPage extends AdminWorkshop {
  prices: { number: number; label: string; pence: number }[];
  participants: Participant[];
  others: { id: string; title: string; starts: string; timeZone: string }[];
  /** Where readers find it; null while they can't. */
  url: string | null;
  /** The calendar day on which what its participants gave is deleted. */
  deleted: string;
  /** Of one that was called off. */
  cancelled: { at: string; words: string | null } | null;
}

/**
 * What came of an act upon somebody: `done`; `changed` in the meantime, nothing was done; `gone`; `full`, there is no
 * place;
 * `refused` with a sentence that she can read.
 */
export type ParticipantOutcome =
  | { number: number; became: 'done' | 'changed' | 'gone' | 'full' }
  | { number: number; became: 'refused'; because: string };
export interface ParticipantOutcomes {
  outcomes: ParticipantOutcome[];
}

/** Whom an email to participants goes to. `people` names them by number. */
export const recipientGroups = ['confirmed', 'waitlisted', 'attended', 'unpaid', 'people'] as const;
export type RecipientGroup = (typeof recipientGroups)[number];

/** An email from her as she has typed it. */
export interface EmailDraft {
  subject: string;
  words: string;
  to: RecipientGroup;
  /** Of `to: 'people'` only. */
  people?: number[];
}

/**
 * POST /workshops/:id/emails/preview -> as it will be sent; nothing is sent. It is exactly the copy that she gets: each
 * participant's has their own private link where hers says so. Whoever has not confirmed their address gets no email.
 */
export interface EmailPreview {
  subject: string;
  text: string;
  html: string;
  recipients: { name: string; email: string }[];
  copyTo: string;
}

/** POST /workshops/:id/emails {...EmailDraft, nonce}; `sent` counts participants. The same nonce sends once. */
export interface EmailsSent {
  sent: number;
}

/** Somebody whom she adds by hand; `price` is a price's number. */
export interface NewParticipant {
  name: string;
  email: string;
  price: number | null;
  accessNeeds: string | null;
  /** Names one sending, so that pressing twice adds one person. */
  nonce: string;
}

/**
 * POST /workshops/:id/people {...AddedPerson} -> a place at once and an email with everything in it; nothing to
 * confirm. 400 names each field that is wrong (`upcoming.issues`).
 */
export type AddOutcome =
  { became: 'done'; number: number } | { became: 'full' } | { became: 'refused'; because: string };

/** What she has read of somebody: an act on anything else is not done. */
export interface ParticipantVersion {
  number: number;
  version: number;
}

/** What is marked: whether they came (null takes the mark away), whether they have paid. */
export interface Marks {
  attended?: boolean | null;
  paid?: boolean;
}

/** GET /workshops/:id/export -> a CSV file that is safe for spreadsheets. */
export interface ExportedParticipants {
  name: string;
  csv: string;
}

/** POST /workshops/:id/call-off {words}: everybody with a place, an offer or a wish is told, and it can't be undone. */
export interface WorkshopCancelled {
  told: number;
}

/**
 * POST /workshops/:id/duplicate {day} -> a draft whose first session is on that day, the others and its registration as
 * far after it.
 */
export interface DuplicatedWorkshop {
  id: string;
}

/*
 * The others, all below `/quiet-room` with the right `workshops`:
 * POST /workshops/:id/cancel-places {people: PersonAsRead[], tell: boolean} -> PlaceOutcomes
 * POST /workshops/:id/move {people: PersonAsRead[], to} -> PlaceOutcomes; they keep their state, with a place only if
 * there is one POST /workshops/:id/mark {people: PersonAsRead[], ...Marks} -> PlaceOutcomes
 */
