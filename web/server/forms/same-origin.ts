import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a form was sent from the site itself, as far as the browser says: by Fetch Metadata (https://www.w3.org/TR/fetch-metadata/)
 * or by Origin. What says nothing is let in: old browsers don't, and there is no cookie that another site could make use of. Pages
 * with the referrer policy `no-referrer` send `Origin: null` (https://fetch.spec.whatwg.org/#append-a-request-origin-header).
 */
export function isFromHere(headers: IncomingHttpHeaders, siteUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  // `none` is what a reader does themselves, such as sending a form again after a restart of the browser.
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = headers;
  return origin === undefined || origin === 'null' || origin === siteUrl;
}
