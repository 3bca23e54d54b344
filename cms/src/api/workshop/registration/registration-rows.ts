import { mailboxKey } from 'shared';
import type { StoredBoolean, StoredInstant, Timestamps } from '#src/database/stored-values';
import { tableRows, type UnitOfWork } from '#src/database/unit-of-work';
import { insertWithIdentity } from '#src/security/row-identity';

/**
 * The states of a registration. `pending` occupies a seat until the address is confirmed, and `offered` until the offer
 * expires; `waitlist_pending` occupies none. A `decoy` looks like a pending registration to the visitor, and occupies a
 * seat like one, so that the number of free seats tells nobody who is registered. A `cancelled_decoy` looks cancelled.
 */
export type StoredState =
  | 'pending'
  | 'waitlist_pending'
  | 'decoy'
  | 'confirmed'
  | 'waitlisted'
  | 'offered'
  | 'cancelled'
  | 'cancelled_decoy'
  | 'expired';

/** The states of registrations whose address is confirmed, of which an address has at most one per workshop. */
export const listedStates = ['confirmed', 'waitlisted', 'offered'] as const satisfies readonly StoredState[];

/**
 * The states that the counsellor sees as current. Anybody can type any address, so one may have several unconfirmed.
 */
export const activeStates = ['pending', 'waitlist_pending', ...listedStates] as const satisfies readonly StoredState[];

/** The states whose address was never confirmed: nobody may have asked for the place, so it is deleted in time. */
export const unconfirmedStates = ['pending', 'waitlist_pending', 'decoy'] as const satisfies readonly StoredState[];

const decoyStates: readonly StoredState[] = ['decoy', 'cancelled_decoy'];

/** Returns whether a registration only looks like one to its visitor; the counsellor never sees it. */
export const isDecoy = ({ state }: Pick<RegistrationRow, 'state'>): boolean => decoyStates.includes(state);

/**
 * A row of `registrations`; `id` is its public number. `until` is when an offer expires, or when an unconfirmed
 * registration is deleted, also if it was cancelled. `confirmed_at` is when the address was confirmed, `disowned_at`
 * when its owner said that they had not registered, `seat_given_at` when a confirmed participant got the seat.
 */
export interface RegistrationRow extends Timestamps {
  id: number;
  workshop_id: string;
  state: StoredState;
  reserved: 'seat' | 'waitlist';
  name: string;
  certificate_name: string | null;
  email: string;
  /** The same for all spellings of the address. */
  email_key: string;
  access_needs: string | null;
  price_label: string | null;
  price_pence: number | null;
  paid_at: StoredInstant | null;
  attended: StoredBoolean | null;
  added_manually: StoredBoolean;
  nonce: string | null;
  /** Of what was sent: the nonce of a form that was changed and sent again has several. */
  content_mac: string | null;
  sent: StoredInstant;
  confirmed_at: StoredInstant | null;
  disowned_at: StoredInstant | null;
  seat_given_at: StoredInstant | null;
  until: StoredInstant | null;
  version: number;
  link_version: number;
  /** What links to it are derived from, besides its number: numbers can be given again. */
  secret: string;
  /** Whether it occupies one of the seats that are counted as taken. */
  holds_seat: StoredBoolean;
  /** Until it is confirmed: into which of 1,024 groups the sender's network falls, another for each workshop. */
  network_group: number | null;
  /** JSON: the calendar entries that the participant was sent, and will have been. */
  calendar: string | null;
}

/** Returns a query of registrations, which joins the transaction if there is one. */
export const registrationRows = tableRows<RegistrationRow>('registrations');

/** Inserts a registration under a random number. */
export const insertRegistration = (
  uow: UnitOfWork,
  row: Omit<Partial<RegistrationRow>, 'id' | 'secret' | 'email_key'> & Pick<RegistrationRow, 'email'>,
): Promise<RegistrationRow> =>
  insertWithIdentity(async (identity) => {
    const insert = registrationRows(uow).insert({ ...row, email_key: mailboxKey(row.email), ...identity });
    const [made]: RegistrationRow[] = await insert.onConflict('id').ignore().returning('*');
    return made;
  });

/** Returns when the seat of a registration expires; null for one that is cancelled, whose `until` ends the row only. */
export const reservedUntil = ({ state, until }: RegistrationRow): StoredInstant | null =>
  state === 'cancelled' || state === 'cancelled_decoy' ? null : until;

/** Returns what the outbox stores in `about`, so that the emails of a registration can be cancelled or erased. */
export const aboutRegistration = ({ id }: Pick<RegistrationRow, 'id'>): string => `registration:${id}`;

export const registrationOf = async (uow: UnitOfWork, number: number): Promise<RegistrationRow | null> =>
  (await registrationRows(uow).where({ id: number }).first()) ?? null;

/** The other columns that a change of state may set. */
interface Sets {
  confirmed_at?: Date;
  seat_given_at?: Date;
  until?: Date | null;
  holds_seat?: boolean;
  link_version?: number;
  network_group?: null;
}

/**
 * Changes the state of a registration; returns false, and changes nothing, if it is in none of the `from` states any
 * more.
 */
export const changeState = async (
  uow: UnitOfWork,
  { id }: Pick<RegistrationRow, 'id'>,
  from: readonly StoredState[],
  to: StoredState,
  sets: Sets,
  now: Date,
): Promise<boolean> =>
  (await registrationRows(uow)
    .where({ id })
    .whereIn('state', [...from])
    .update({ ...sets, state: to, updated_at: now })
    .increment('version', 1)) === 1;
