import type { PlaceState, WorkshopState } from 'shared';

/** Where a registration stands at the desk. `unconfirmed` holds a place for a day (or a place on the waitlist). */
export const deskPlaceStates = ['unconfirmed', 'registered', 'waiting', 'offered', 'cancelled', 'over'] as const satisfies readonly PlaceState[];
export type DeskPlaceState = (typeof deskPlaceStates)[number];

/** How full a workshop is; `free` counts what nobody has and nobody is offered. `needs`: how many with a place have said what they need. */
export interface PlaceCounts {
  capacity: number;
  registered: number;
  held: number;
  offered: number;
  waiting: number;
  free: number;
  needs: number;
}

/** A workshop in her list; `id` is its document id. Instants are ISO 8601 in UTC. */
export interface DeskWorkshop {
  id: string;
  slug: string;
  title: string;
  state: WorkshopState;
  starts: string;
  ends: string;
  timeZone: string;
  cpdHours: number | null;
  counts: PlaceCounts;
}

/** GET /workshops -> both kinds; `past` are the latest 50. */
export interface DeskWorkshops {
  coming: DeskWorkshop[];
  past: DeskWorkshop[];
}

/** GET /workshops/next -> the widget; null when none comes. */
export type NextWorkshop = DeskWorkshop | null;

/** A participant as she sees them. `until` ends what is held or offered; `sent` is when they registered. */
export interface Participant {
  number: number;
  state: DeskPlaceState;
  name: string;
  certificateName: string;
  email: string;
  needs: string | null;
  price: { label: string; pence: number } | null;
  paid: boolean;
  /** null: not marked. */
  came: boolean | null;
  byHand: boolean;
  sent: string;
  until: string | null;
  version: number;
}

/** GET /workshops/:id -> the workshop with everybody, in the order of registering; `prices` to add someone by hand, `others` to move them to. */
export interface DeskWorkshopPage extends DeskWorkshop {
  prices: { number: number; label: string; pence: number }[];
  participants: Participant[];
  others: { id: string; title: string; starts: string; timeZone: string }[];
  deleted: string;
  /** Of one that was called off. */
  cancelled: { at: string; words: string | null } | null;
}

/**
 * What came of an act upon somebody: `done`; `changed` in the meantime, nothing was done; `gone`; `full`, there is no place;
 * `refused` with a sentence that she can read.
 */
export type PlaceOutcome = { number: number; became: 'done' | 'changed' | 'gone' | 'full' } | { number: number; became: 'refused'; because: string };
export interface PlaceOutcomes {
  outcomes: PlaceOutcome[];
}

/** Whom a letter to participants goes to. `people` names them by number. */
export const addressees = ['registered', 'waiting', 'came', 'unpaid', 'people'] as const;
export type Addressees = (typeof addressees)[number];

/** POST /workshops/:id/letters/preview {subject, words, to, people?} -> as it will be sent; nothing is sent. */
export interface LetterPreview {
  subject: string;
  text: string;
  html: string;
  recipients: { name: string; email: string }[];
  copyTo: string;
}

/**
 * The other questions of the desk, all below `/quiet-room`, right `workshops`:
 * POST /workshops/:id/people {name, email, price, needs} -> PlaceOutcome & {number}: a place at once (no letter to confirm), a letter with everything
 * POST /workshops/:id/cancel-places {people: [{number, version}], tell: boolean} -> PlaceOutcomes
 * POST /workshops/:id/move {people: [{number, version}], to} -> PlaceOutcomes; they keep their state, with a place only if there is one
 * POST /workshops/:id/mark {people: [{number, version}], came?: boolean | null, paid?: boolean} -> PlaceOutcomes
 * POST /workshops/:id/letters {subject, words, to, people?, nonce} -> {sent: number}
 * GET  /workshops/:id/export -> {name, csv}: safe for spreadsheets
 * POST /workshops/:id/call-off {words, nonce} -> {told: number}; it can't be undone
 * POST /workshops/:id/duplicate {day} -> {id}: a draft of it whose first session is on that day, the others as far after it
 */
export interface Added {
  number: number;
}
