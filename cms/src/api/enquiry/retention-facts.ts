import type { RetentionFacts } from './domain/retention';
import type { EnquiryRow } from './enquiry-rows';

const toDate = (stored: Date | number | null): Date | null => (stored === null ? null : new Date(stored));

/** Returns what decides when a message is deleted. */
export const factsOf = (row: EnquiryRow): RetentionFacts => ({
  kind: row.kind,
  state: row.state,
  isSpam: Boolean(row.is_spam),
  sentAt: new Date(row.sent_at),
  openedAt: toDate(row.opened_at),
  answeredAt: toDate(row.answered_at),
});
