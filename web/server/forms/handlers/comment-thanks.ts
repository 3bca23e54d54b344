import { type SentComment, sentComment } from 'shared';
import type { Unsealed } from '#server/forms/sealed-state';

/** What the page after sending is sealed with. */
export type Thanks = SentComment;

/** What that page may still say; `over` after ten minutes; null for an address that nobody here made. */
export function thanksOf(unsealed: Unsealed): Thanks | 'over' | null {
  if (unsealed.state === 'expired') return 'over';
  if (unsealed.state === 'invalid') return null;
  return sentComment.safeParse(unsealed.value).data ?? null;
}
