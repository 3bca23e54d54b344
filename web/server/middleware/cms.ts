import type { RevisionKind } from 'shared';
import { defineEventHandler } from 'h3';
import { cmsClient, type Cms } from '../cms/client';
import { askCms } from '../cms/connection';
import { log } from '../log';
import { settings } from '../settings';

/** What the page cache must know of a page beside its words. */
export interface PageFacts {
  /** The kinds of content that it was made of, filled in by the client. */
  kinds: Set<RevisionKind>;
  /** A page sets the moment (milliseconds since 1970) at which the clock alone makes it wrong, if there is one. */
  endsAt?: number;
}

declare module 'h3' {
  interface H3EventContext {
    /** The CMS, for this rendering. */
    cms: Cms;
    page: PageFacts;
    /** Where readers find the site, without a slash at the end: `https://example.org`. */
    siteUrl: string;
  }
}

export default defineEventHandler((event) => {
  // The build itself asks for the policy pages' dump; there is no CMS then.
  if (import.meta.prerender) return;
  event.context.page ??= { kinds: new Set() };
  const { kinds } = event.context.page;
  event.context.cms = cmsClient({
    ask: askCms,
    uses: (used) => { for (const kind of used) kinds.add(kind); },
    warn: log.warn,
  });
  event.context.siteUrl = settings().siteUrl;
});
