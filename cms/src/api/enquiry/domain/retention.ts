import { type ContactSettings, type EnquiryKind, isAboutData, keepSpaceDays } from 'shared';

const dayMs = 86_400_000;

/** Suspected spam that the counsellor has looked at is kept for as long. */
const keepSpamDays = 30;

/** The facts that decide when a message is deleted. */
export interface RetentionFacts {
  kind: EnquiryKind;
  state: 'open' | 'answered';
  isSpam: boolean;
  sentAt: Date;
  openedAt: Date | null;
  answeredAt: Date | null;
}

const later = (from: Date, days: number): Date => new Date(from.getTime() + days * dayMs);

type KeepSettings = Pick<ContactSettings, 'keepDays' | 'keepDataDays'>;

/** Returns for how many days a message is kept once it was answered. */
export const keepDaysOf = (kind: EnquiryKind, { keepDays, keepDataDays }: KeepSettings): number =>
  isAboutData(kind) ? keepDataDays : keepDays;

/**
 * Returns when a message is due to be deleted; null while nothing deletes it. What waits for an answer stays, and so
 * does whatever nobody has opened. An entry that asked to be told about space ends once it was told, or unused.
 */
export const dueAt = (
  { kind, state, isSpam, sentAt, openedAt, answeredAt }: RetentionFacts,
  settings: KeepSettings,
): Date | null => {
  if (kind === 'space' && !isSpam) return answeredAt ?? later(sentAt, keepSpaceDays);
  if (isSpam) return openedAt === null ? null : later(new Date(Math.max(+sentAt, +openedAt)), keepSpamDays);
  if (state === 'open' || answeredAt === null) return null;
  return later(answeredAt, keepDaysOf(kind, settings));
};
