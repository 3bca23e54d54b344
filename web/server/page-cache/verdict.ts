import type { PageFacts } from './facts';

/** What came out of rendering a page from its key. */
export interface Rendered {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  facts: PageFacts;
}

/**
 * What may be done with it:
 * - `page`: kept until its content moves;
 * - `missing`: nothing is there (404, 410); kept apart, so that invented addresses can't push pages out;
 * - `failure`: the old page, if there is one, is better;
 * - `private`: sent once and never kept, because the page said so.
 */
export type Verdict = 'page' | 'missing' | 'failure' | 'private';

const permanentMove = new Set([301, 308]);
const words = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml))/;

/** Judges a rendering. One for which the CMS owed an answer is a failure, even if the page made the best of it. */
export function verdictOn({ status, headers, body, facts }: Rendered): Verdict {
  if (status >= 500 || status === 429 || facts.incomplete) return 'failure';
  if (headers['set-cookie'] !== undefined || /no-store|private/i.test(headers['cache-control'] ?? '')) return 'private';
  if (status === 404 || status === 410) return 'missing';
  if (permanentMove.has(status)) return headers['location'] ? 'page' : 'failure';
  if (status !== 200 || !words.test(headers['content-type'] ?? '')) return 'private';
  // An empty page is nobody's words: it is what a mistake looks like.
  return body.length > 0 ? 'page' : 'failure';
}
