import type { Audience, CareMark, CommentState, LegalHold, ReportReason } from 'shared';
import {
  jsonOf,
  type StoredBoolean,
  type StoredInstant,
  type StoredJson,
  type Timestamps,
} from '#src/database/stored-values';
import { tableRows, type UnitOfWork } from '#src/database/unit-of-work';
import { insertWithIdentity } from '#src/security/row-identity';
import type { CareFlag } from './domain/care/care-flag';
import type { SpamLabel } from './domain/spam/learning/spam-counts';

/**
 * A row of `comments`. `id` is the public number; `root_id` is the first comment of its thread, `parent_id` the one it
 * answers.
 */
export interface CommentRow extends Timestamps {
  id: number;
  post_id: string;
  root_id: number | null;
  parent_id: number | null;
  audience: Audience;
  from_counsellor: StoredBoolean;
  name: string | null;
  text: string | null;
  mailbox_id: number | null;
  notify_on_approval: StoredBoolean;
  notify_on_reply: StoredBoolean;
  confirmed_at: StoredInstant | null;
  state: CommentState;
  /** Set when `state` is `removed`: the row keeps the place of a comment that has replies. */
  removed_by: 'writer' | 'counsellor' | null;
  version: number;
  link_version: number;
  /** What links to it are derived from, besides its number: numbers can be given again. */
  secret: string;
  nonce: string | null;
  /** Of what was sent: the nonce of a form that was changed and sent again has several. */
  content_mac: string | null;
  care_kind: CareMark['kind'] | null;
  care_urgent: StoredBoolean;
  care_reasons: StoredJson<string[]>;
  spam_reasons: StoredJson<string[]>;
  personal_details: StoredBoolean;
  sent_at: StoredInstant;
  opened_at: StoredInstant | null;
  decided_at: StoredInstant | null;
  /** When the counsellor last answered only the writer, about this text: it waits no more. */
  answered_at: StoredInstant | null;
  first_approved_at: StoredInstant | null;
  hidden: StoredBoolean;
  restored: StoredBoolean;
  open_reports: number;
  fingerprint: string | null;
  /** The state that undoing the last decision restores. */
  previous_state: CommentState | null;
  /** What the decision taught the spam filter, and the one before it, so that it can be untaught. */
  learned_as: SpamLabel | null;
  learned_before: SpamLabel | null;
  legal_hold_reason: string | null;
  legal_hold_until: string | null;
}

/** A row of `reports`. Reports hold nothing that says who sent them. */
export interface ReportRow extends Timestamps {
  id: number;
  comment_id: number;
  reason: ReportReason;
  text: string | null;
  nonce: string | null;
  content_mac: string | null;
  sent_at: StoredInstant;
  settled_at: StoredInstant | null;
}

/**
 * The table of comments, inside a transaction if there is one. The document service is bypassed, because what races
 * needs conditional updates and `on conflict`.
 */
export const commentRows = tableRows<CommentRow>('comments');

export const reportRows = tableRows<ReportRow>('reports');

/** What every comment begins with. */
const atFirst = {
  version: 1,
  link_version: 1,
  notify_on_approval: false,
  notify_on_reply: false,
  hidden: false,
  restored: false,
  open_reports: 0,
} as const;

/** The columns of a new comment in which it differs from others. */
type NewComment = Omit<Partial<CommentRow>, 'id' | 'secret' | 'sent_at' | keyof Timestamps> & { sent_at: Date };

/**
 * Inserts a comment under a random number. Returns undefined if another submission of the same form came first, which
 * it waits for.
 */
export const insertComment = async (uow: UnitOfWork, row: NewComment): Promise<CommentRow | undefined> => {
  const { nonce = null, content_mac = null, sent_at } = row;
  const { inserted } = await insertWithIdentity(async (identity) => {
    const insert = commentRows(uow).insert({
      ...atFirst,
      ...row,
      ...identity,
      created_at: sent_at,
      updated_at: sent_at,
    });
    const [made]: CommentRow[] = await insert.onConflict().ignore().returning('*');
    if (made) return { inserted: made };
    const isRepeated =
      nonce !== null && (await commentRows(uow).where({ nonce, content_mac }).first('id')) !== undefined;
    return isRepeated ? { inserted: undefined } : undefined;
  });
  return inserted;
};

/**
 * Locks a comment's row until the transaction ends, so that nobody else answers, decides or removes it meanwhile
 * (SQLite has one writer anyway). Returns null if there is no such row.
 */
export const lockComment = async (uow: UnitOfWork, number: number): Promise<CommentRow | null> =>
  (await commentRows(uow).where({ id: number }).forUpdate().first()) ?? null;

/** Whether readers can see a comment, or once could: copies of its page may be left. */
export const wasPublic = ({ state, first_approved_at }: CommentRow): boolean =>
  state === 'approved' || first_approved_at !== null;

/** What the outbox stores as the subject of emails about a comment, so that they can be cancelled and erased. */
export const aboutComment = ({ id }: Pick<CommentRow, 'id'>): string => `comment:${id}`;

/** Returns what `askToConfirm` asks about: a comment, and the mailbox that was given with it. */
export const sentWithAddress = (row: Pick<CommentRow, 'id' | 'mailbox_id' | 'secret'>) => ({
  mailbox: row.mailbox_id,
  item: row.id,
  itemSecret: row.secret,
  about: aboutComment(row),
});

/** Returns the care flag of a comment; null if it has none, or the counsellor has dismissed it. */
export const careFlagOf = ({
  care_kind: kind,
  care_urgent: urgent,
  care_reasons: reasons,
}: Pick<CommentRow, 'care_kind' | 'care_urgent' | 'care_reasons'>): CareFlag | null =>
  kind === null ? null : { kind, urgent: Boolean(urgent), reasons: jsonOf(reasons) ?? [] };

export const legalHoldOf = ({
  legal_hold_reason: reason,
  legal_hold_until: until,
}: Pick<CommentRow, 'legal_hold_reason' | 'legal_hold_until'>): LegalHold | null =>
  reason === null || until === null ? null : { reason, until };
