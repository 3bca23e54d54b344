import type { RevisionKind } from 'shared';

/** What the page cache must know of a page beside its words. */
export interface PageFacts {
  /** The kinds of content that it was made of, filled in by the CMS client. */
  kinds: Set<RevisionKind>;
  /** Set by a page: the moment (milliseconds since 1970) at which the clock alone makes it wrong, if there is one. */
  endsAt?: number;
  /** Set by the CMS client: an answer was owed and did not come, so what was made without it is only a makeshift. */
  incomplete?: boolean;
}

/** Says that a page is wrong from that moment on, if not sooner; null where the clock changes nothing of what was asked for. */
export function endsAtLatest(page: PageFacts, changesAt: string | null): void {
  if (changesAt !== null) page.endsAt = Math.min(page.endsAt ?? Infinity, Date.parse(changesAt));
}
