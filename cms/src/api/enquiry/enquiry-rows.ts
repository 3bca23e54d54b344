import type { EnquiryKind, MessageStepKind, ReplyChannel } from 'shared';
import type { StoredBoolean, StoredInstant, StoredJson, Timestamps } from '#src/database/stored-values';
import { tableRows, type UnitOfWork } from '#src/database/unit-of-work';
import { insertWithIdentity } from '#src/security/row-identity';
import type { RetentionFacts } from './domain/retention';

/** A row of `enquiries`: what somebody sent through the contact form. `id` is the public number. */
export interface EnquiryRow extends Timestamps {
  id: number;
  kind: EnquiryKind;
  state: 'open' | 'answered';
  is_spam: StoredBoolean;
  name: string | null;
  channel: ReplyChannel;
  email: string | null;
  /** The same for all spellings of the address. */
  email_key: string | null;
  phone: string | null;
  may_leave_message: StoredBoolean;
  good_times: string | null;
  /** The document id of the workshop, and its title as it was. */
  workshop_id: string | null;
  workshop_title: string | null;
  text: string | null;
  care_kind: 'self' | 'someone else' | null;
  care_urgent: StoredBoolean;
  care_reasons: StoredJson<string[]>;
  spam_reasons: StoredJson<string[]>;
  /** The calendar day that was promised, such as `2026-12-01`; null where nothing was, or the law says by when. */
  reply_by: string | null;
  /** The calendar day by which the law wants a complaint acknowledged, or a request answered; null for other kinds. */
  due_on: string | null;
  acknowledged_at: StoredInstant | null;
  version: number;
  link_version: number;
  /** What links to it are derived from, besides its number: numbers can be given again. */
  secret: string;
  nonce: string;
  content_mac: string;
  sent_at: StoredInstant;
  /** When it arrived or was last added to. */
  waiting_since: StoredInstant;
  opened_at: StoredInstant | null;
  answered_at: StoredInstant | null;
  reminded_at: StoredInstant | null;
}

/** A row of `enquiry_steps`: what was added to a message, and what was done about it. */
export interface StepRow extends Timestamps {
  id: number;
  enquiry_id: number;
  kind: MessageStepKind;
  text: string | null;
  nonce: string | null;
  content_mac: string | null;
  at: StoredInstant;
  /** When the counsellor read an addition. */
  opened_at: StoredInstant | null;
}

/** The messages of the contact form, inside a transaction if there is one. */
export const enquiryRows = tableRows<EnquiryRow>('enquiries');

export const stepRows = tableRows<StepRow>('enquiry_steps');

/** The condition that the law still asks something of an open message by a day, which is the parameter. */
export const dutyIsDue = "due_on <= ? and (kind = 'data-request' or acknowledged_at is null)";

const toDate = (stored: StoredInstant | null): Date | null => (stored === null ? null : new Date(stored));

/** Returns what decides when a message is deleted. */
export const factsOf = (row: EnquiryRow): RetentionFacts => ({
  kind: row.kind,
  state: row.state,
  isSpam: Boolean(row.is_spam),
  sentAt: new Date(row.sent_at),
  openedAt: toDate(row.opened_at),
  answeredAt: toDate(row.answered_at),
});

/** What the outbox stores as the subject of emails about a message, so that they can be cancelled and erased. */
export const aboutEnquiry = ({ id }: Pick<EnquiryRow, 'id'>): string => `enquiry:${id}`;

/** What the record of erasures calls a message: its number is given again after a backup was restored. */
export const removedEnquiry = ({ id, sent_at }: Pick<EnquiryRow, 'id' | 'sent_at'>): string =>
  `enquiry:${id}:${new Date(sent_at).getTime()}`;

/** The columns of a new message; all others have one value at first. */
type NewEnquiry = Omit<
  EnquiryRow,
  | keyof Timestamps
  | 'id'
  | 'secret'
  | 'state'
  | 'version'
  | 'link_version'
  | 'acknowledged_at'
  | 'waiting_since'
  | 'opened_at'
  | 'answered_at'
  | 'reminded_at'
  | 'sent_at'
> & { sent_at: Date };

/**
 * Inserts a message under a random number. Returns undefined if another submission of the same form came first, which
 * it waits for.
 */
export const insertEnquiry = async (uow: UnitOfWork, row: NewEnquiry): Promise<EnquiryRow | undefined> => {
  const { nonce, content_mac, sent_at } = row;
  const { inserted } = await insertWithIdentity(async (identity) => {
    const insert = enquiryRows(uow).insert({
      ...row,
      ...identity,
      state: 'open',
      version: 1,
      link_version: 1,
      waiting_since: sent_at,
      created_at: sent_at,
      updated_at: sent_at,
    });
    const [made]: EnquiryRow[] = await insert.onConflict().ignore().returning('*');
    if (made) return { inserted: made };
    const isRepeated = (await enquiryRows(uow).where({ nonce, content_mac }).first('id')) !== undefined;
    return isRepeated ? { inserted: undefined } : undefined;
  });
  return inserted;
};

/** Locks a message's row until the transaction ends. Returns null if there is no such row. */
export const lockEnquiry = async (uow: UnitOfWork, number: number): Promise<EnquiryRow | null> =>
  (await enquiryRows(uow).where({ id: number }).forUpdate().first()) ?? null;

/** Returns the steps of a message, oldest first. */
export const stepsOf = async (uow: UnitOfWork, { id }: Pick<EnquiryRow, 'id'>): Promise<StepRow[]> =>
  await stepRows(uow).where({ enquiry_id: id }).orderBy(['at', 'id']).select('*');

/** What a step says besides its kind and moment. */
type NewStep = Pick<StepRow, 'kind'> & Partial<Pick<StepRow, 'text' | 'nonce' | 'content_mac' | 'opened_at'>>;

/** Adds a step to a message. Returns false if the same form made it before. */
export const insertStep = async (
  uow: UnitOfWork,
  { id }: Pick<EnquiryRow, 'id'>,
  step: NewStep,
  now: Date,
): Promise<boolean> => {
  const inserted = (await stepRows(uow)
    .insert({ enquiry_id: id, ...step, at: now, created_at: now, updated_at: now })
    .onConflict()
    .ignore()
    .returning('id')) as unknown[];
  return inserted.length > 0;
};
