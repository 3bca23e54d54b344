import { type H3Event, setResponseHeaders, setResponseStatus } from 'h3';
import { helpLines } from 'shared';
import { type Entry, type FlatHeaders, makeEntry } from '#server/page-cache/entry';
import { etagOf } from '#server/page-cache/representation';

const words = {
  400: ['That address can’t be read', 'Please check it, or begin at the start page.'],
  403: [
    'That was not sent from this site',
    'A form of this site can only be sent from the site itself. Please open its page here, then send it again.',
  ],
  404: ['There is nothing at this address', 'It may have been mistyped, or what stood here is gone.'],
  405: ['That can’t be done here', 'This address can only be read.'],
  413: [
    'That is too long to take',
    'A comment can have 5,000 characters. Nothing was sent. Press Back: your browser should still have your words, so that you can shorten them.',
  ],
  414: ['That address is too long', 'Please begin at the start page.'],
  415: ['That is not a form of this site', 'Nothing was sent. Please begin at the start page.'],
  503: ['This page can’t be shown at the moment', 'It isn’t you. Please try again in a minute or two.'],
} as const;

export type PlainStatus = keyof typeof words;

const numbers = helpLines
  .filter(({ call, kind }) => call !== null && kind !== 'particular')
  .map(
    ({ name, call, nation }) =>
      `<li>${name} (${nation}): <a href="tel:${(call ?? '').replaceAll(' ', '')}">${call ?? ''}</a></li>`,
  )
  .join('');

/**
 * A page that needs nothing: no CMS, no style sheet, no rendering. It stands in where the site's own error page can't be made, or
 * isn't worth making; help is on it all the same, from the dated copy.
 */
export function plainPage(status: PlainStatus): Buffer {
  const [title, advice] = words[status];
  return Buffer.from(
    `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
      `<meta name="color-scheme" content="light dark"><title>${title}</title></head><body><main><h1>${title}</h1><p>${advice}</p>` +
      `<p><a href="/">To the start page</a></p><h2>If you need help now</h2><ul>${numbers}</ul></main></body></html>`,
  );
}

/** 'The site can’t answer now' as an answer of the cache that is never kept. `began` is now. */
export function sorryEntry(began: number, security: FlatHeaders): Entry {
  const body = plainPage(503);
  return makeEntry(
    {
      key: '',
      status: 503,
      numbers: null,
      generation: -1,
      began,
      endsAt: began,
      own: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'retry-after': '10' },
      representations: [{ coding: 'identity', body, etag: etagOf(body, 'identity') }],
    },
    security,
  );
}

/** The same words as one line, where nobody looks at a page: a picture that isn't there. */
export function sendPlainText(event: H3Event, status: PlainStatus): string {
  setResponseStatus(event, status);
  setResponseHeaders(event, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    ...(status === 503 ? { 'retry-after': 10 } : {}),
  });
  return `${words[status].join('. ')}\n`;
}
