import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { CallBlockKind, CallChannel, CallRules } from 'shared';
import type { StoredBoolean, StoredInstant, StoredJson, Timestamps } from '#src/database/stored-values';
import { tableRows, type UnitOfWork } from '#src/database/unit-of-work';
import { insertWithIdentity } from '#src/security/row-identity';
import { callDueAt } from './domain/retention';
import { usualCallRules } from './domain/usual-rules';

/** A row of `calls`: an introductory call. `id` is the public number. */
export interface CallRow extends Timestamps {
  id: number;
  /** Random letters and digits that are never given again: calendars know the call by them. */
  document_id: string;
  state: 'booked' | 'cancelled';
  channel: CallChannel;
  starts: StoredInstant;
  ends: StoredInstant;
  /** The time that it takes with its buffers, as they were when it was booked or moved. */
  busy_from: StoredInstant;
  busy_until: StoredInstant;
  /** The reader's zone and the practice's (IANA) when it was booked or moved. */
  time_zone: string;
  practice_zone: string;
  name: string;
  email: string | null;
  /** The same for all spellings of the address. */
  email_key: string | null;
  phone: string | null;
  may_leave_voicemail: StoredBoolean;
  voicemail_name: string | null;
  added_manually: StoredBoolean;
  version: number;
  link_version: number;
  /** The SEQUENCE of its calendar entries, which never falls (RFC 5546, 2.1.4). */
  sequence: number;
  /** How often the reader has moved it. */
  moves: number;
  /** What links to it are derived from, besides its number: numbers can be given again. */
  secret: string;
  nonce: string;
  /** A MAC of what was last sent with the form; null for a call that the counsellor added. */
  content_mac: string | null;
  /** When it was booked. */
  sent_at: StoredInstant;
  cancelled_at: StoredInstant | null;
  cancelled_by: 'reader' | 'counsellor' | null;
  /** When the reminder was queued; null again once it is moved. */
  reminded_at: StoredInstant | null;
}

/** A row of `call_blocks`: time off, or an extra opening. */
export interface BlockRow extends Timestamps {
  id: number;
  kind: CallBlockKind;
  starts: StoredInstant;
  ends: StoredInstant;
  note: string | null;
  nonce: string;
}

/** A row of `call_calendars`: one of the counsellor's other calendars. `busy` is pairs of milliseconds since 1970. */
export interface CalendarRow extends Timestamps {
  id: number;
  name: string;
  host: string;
  /** Encrypted. */
  address: string;
  all_day_blocks: StoredBoolean;
  etag: string | null;
  last_modified: string | null;
  read_at: StoredInstant | null;
  tried_at: StoredInstant | null;
  error: string | null;
  busy: StoredJson<[from: number, until: number][]>;
  version: number;
}

/** The row of `call_diaries`. `feed_version` is 0 until the counsellor has had a feed. */
export interface DiaryRow extends Timestamps {
  id: number;
  rules: StoredJson<Partial<CallRules>>;
  version: number;
  feed_version: number;
  feed_since: StoredInstant | null;
}

/** A row of `call_cells`: five minutes since 1970, counted, and the call that has them. */
interface CellRow {
  cell: number;
  call_id: number;
}

/** The introductory calls, inside a transaction if there is one. */
export const callRows = tableRows<CallRow>('calls');
export const blockRows = tableRows<BlockRow>('call_blocks');
export const calendarRows = tableRows<CalendarRow>('call_calendars');
export const diaryRows = tableRows<DiaryRow>('call_diaries');
export const cellRows = tableRows<CellRow>('call_cells');

/** The only row of `call_diaries`. */
export const diaryId = 1;

/**
 * Creates the table of five-minute cells, of which each belongs to one call at most: the last guard against giving a
 * time twice. It is no content type, because Strapi's `unique` makes no constraint. Creates the diary's row, too.
 */
export const createCallTables = async (strapi: Core.Strapi): Promise<void> => {
  const { connection } = strapi.db;
  await connection.raw('create table if not exists call_cells (cell integer primary key, call_id integer not null)');
  await connection.raw('create index if not exists call_cells_call_ix on call_cells (call_id)');
  const now = new Date();
  await diaryRows(strapi)
    .insert({
      id: diaryId,
      rules: JSON.stringify(usualCallRules),
      version: 1,
      feed_version: 0,
      created_at: now,
      updated_at: now,
    })
    .onConflict('id')
    .ignore();
};

/** What the outbox stores as the subject of emails about a call, so that they can be cancelled and erased. */
export const aboutCall = ({ id }: Pick<CallRow, 'id'>): string => `call:${id}`;

/** The columns of a new call; all others have one value at first. */
export type NewCall = Pick<
  CallRow,
  | 'channel'
  | 'time_zone'
  | 'practice_zone'
  | 'name'
  | 'email'
  | 'email_key'
  | 'phone'
  | 'may_leave_voicemail'
  | 'voicemail_name'
  | 'added_manually'
  | 'nonce'
  | 'content_mac'
> &
  Record<'starts' | 'ends' | 'busy_from' | 'busy_until' | 'sent_at', Date>;

/**
 * Inserts a call under a random number, without its cells. Returns undefined if another submission of the same form
 * came first.
 */
export const insertCall = async (uow: UnitOfWork, row: NewCall): Promise<CallRow | undefined> => {
  const { nonce, sent_at } = row;
  const { inserted } = await insertWithIdentity(async (identity) => {
    const insert = callRows(uow).insert({
      ...row,
      ...identity,
      document_id: randomBytes(12).toString('hex'),
      state: 'booked',
      version: 1,
      link_version: 1,
      sequence: 0,
      moves: 0,
      created_at: sent_at,
      updated_at: sent_at,
    });
    const [made]: CallRow[] = await insert.onConflict().ignore().returning('*');
    if (made) return { inserted: made };
    const isRepeated = (await callRows(uow).where({ nonce }).first('id')) !== undefined;
    return isRepeated ? { inserted: undefined } : undefined;
  });
  return inserted;
};

/** Locks a call's row until the transaction ends; the diary is locked before. Returns null if there is no such row. */
export const lockCall = async (uow: UnitOfWork, number: number): Promise<CallRow | null> =>
  (await callRows(uow).where({ id: number }).forUpdate().first()) ?? null;

/** Returns when a call is due to be deleted. */
export const dueOf = ({ ends, cancelled_at }: Pick<CallRow, 'ends' | 'cancelled_at'>, keepDays: number): Date =>
  callDueAt({ ends: new Date(ends), cancelledAt: cancelled_at === null ? null : new Date(cancelled_at) }, keepDays);
