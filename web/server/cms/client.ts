import type { RevisionKind } from 'shared';
import { type CmsReading,cmsReading } from './reading';
import { type CmsSending,cmsSending } from './sending';
import type { AskCms, SendToCms } from './transport';

/**
 * The CMS as one rendering sees it. What it reads throws an h3 error: 404 when there is no such thing, 400, 409 or 429 where the
 * contract names them, and 503 when the CMS can't be asked or answers something else than the contract says. What it sends
 * tells the same in its result.
 */
export type Cms = CmsReading & CmsSending;

export interface ClientParts {
  ask: AskCms;
  send: SendToCms;
  /** Told before each question which kinds of content its answer is made of. */
  uses: (kinds: readonly RevisionKind[]) => void;
  /** Told when the CMS owed a page's answer and gave none that can be used. */
  failed: () => void;
  /** Told why an answer could not be used; the reader isn't. */
  warn: (words: string) => void;
}

/** A client for one rendering, so that `uses` knows what this page, and no other, is made of. */
export const cmsClient = (parts: ClientParts): Cms => ({ ...cmsReading(parts), ...cmsSending(parts) });
