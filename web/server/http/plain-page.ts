import { type H3Event, setResponseHeaders, setResponseStatus } from 'h3';
import { helpLines } from 'shared';
import { type Entry, makeEntry } from '#server/page-cache/entry';
import { escapeMarkup } from '#shared/text';
import type { FlatHeaders } from './flat-headers';
import { etagOf } from './representation';

/** Heading and advice of the error pages that are made without the CMS or Nuxt. */
const copy = {
  400: ['We can’t read that address', 'Please check it, or start from the home page.'],
  403: [
    'That form was not sent from this site',
    'A form can only be sent from its own page. Please open the page here, then send it again.',
  ],
  404: ['There is nothing at this address', 'It may have been mistyped, or the page may have been removed.'],
  405: ['You can’t do that here', 'You can open this address, but nothing can be sent to it.'],
  413: [
    'That is too long to send',
    'It is longer than anything that this site can take, so nothing was sent. Press Back: your browser should still have your text, so that you can shorten it.',
  ],
  414: ['That address is too long', 'Please start from the home page.'],
  415: ['We can’t read that form', 'Nothing was sent. Please start from the home page.'],
  503: ['This page is not available at the moment', 'It isn’t your fault. Please try again in a minute or two.'],
} as const;

export type PlainStatus = keyof typeof copy;

const callableHelpLines = helpLines
  .flatMap(({ name, call, nation, kind }) =>
    call === null || kind === 'particular'
      ? []
      : [
          `<li>${escapeMarkup(`${name} (${nation})`)}: ` +
            `<a href="tel:${escapeMarkup(call.replaceAll(' ', ''))}">${escapeMarkup(call)}</a></li>`,
        ],
  )
  .join('');

/**
 * Returns a page that needs neither the CMS, a style sheet nor Nuxt. It is sent where the site's own error page cannot
 * be rendered or is not worth it; the help lines, from the copy in `shared`, are on it all the same.
 */
export function plainPage(status: PlainStatus): Buffer {
  const [title, advice] = copy[status];
  return Buffer.from(
    `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
      `<meta name="color-scheme" content="light dark"><title>${title}</title></head><body><main><h1>${title}</h1><p>${advice}</p>` +
      `<p><a href="/">Go to the home page</a></p><h2>If you need help now</h2><ul>${callableHelpLines}</ul></main></body></html>`,
  );
}

/**
 * Returns the 503 page as an entry that is never stored.
 * @param now milliseconds since 1970
 */
export function unavailableEntry(now: number, security: FlatHeaders): Entry {
  const body = plainPage(503);
  return makeEntry(
    {
      key: '',
      status: 503,
      versions: null,
      validatedEpoch: -1,
      renderStartedAt: now,
      expiresAt: now,
      ownHeaders: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'retry-after': '10' },
      bodies: [{ coding: 'identity', body, etag: etagOf(body, 'identity') }],
    },
    security,
  );
}

/**
 * Sets status and headers and returns the same copy as one line, for requests that are not for a page, such as a
 * picture.
 */
export function sendPlainText(event: H3Event, status: PlainStatus): string {
  setResponseStatus(event, status);
  setResponseHeaders(event, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    ...(status === 503 ? { 'retry-after': 10 } : {}),
  });
  return `${copy[status].join('. ')}\n`;
}
