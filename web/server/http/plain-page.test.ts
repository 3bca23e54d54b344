import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp, defineEventHandler, toNodeListener } from 'h3';
import { afterEach, describe, expect, it } from 'vitest';
import { plainPage, sendPlainText, unavailableEntry } from './plain-page';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

describe('a plain page', () => {
  it.each([
    [400, 'We can’t read that address', 'Please check it, or start from the home page.'],
    [403, 'That form was not sent from this site', 'A form can only be sent from its own page.'],
    [404, 'There is nothing at this address', 'It may have been mistyped, or the page may have been removed.'],
    [405, 'You can’t do that here', 'You can open this address, but nothing can be sent to it.'],
    [413, 'That is too long to send', 'It is longer than anything that this site can take, so nothing was sent.'],
    [414, 'That address is too long', 'Please start from the home page.'],
    [415, 'We can’t read that form', 'Nothing was sent.'],
    [503, 'This page is not available at the moment', 'Please try again in a minute or two.'],
  ] as const)('for %i says what happened and what to do', (status, title, advice) => {
    const html = plainPage(status).toString();
    expect(html).toMatch(/^<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">.*<\/html>$/);
    expect(html).toContain(`<title>${title}</title>`);
    expect(html).toContain(`<h1>${title}</h1>`);
    expect(html).toContain(advice);
    expect(html).toContain('<a href="/">Go to the home page</a>');
  });

  it('lists every help line that anybody can call, with a link that calls it', () => {
    const lines = [
      ...plainPage(404)
        .toString()
        .matchAll(/<li>(.*?)<\/li>/g),
    ].map(([, line]) => line);
    expect(lines).toEqual([
      'Emergency (UK): <a href="tel:999">999</a>',
      'Samaritans (UK): <a href="tel:116123">116 123</a>',
      'NHS 111 (Great Britain): <a href="tel:111">111</a>',
      'Lifeline (Northern Ireland): <a href="tel:08088088000">0808 808 8000</a>',
    ]);
  });

  it('needs no style sheet and no script', () => {
    expect(plainPage(503).toString()).not.toMatch(/<(?:style|script|link)/);
  });
});

describe('the entry for a page that cannot be rendered', () => {
  const entry = unavailableEntry(1_000, ['x-content-type-options', 'nosniff']);

  it('is a 503 that nothing stores and clients ask for again in ten seconds', () => {
    const { headers } = entry.representations.identity;
    expect(entry.status).toBe(503);
    expect(headers.join(' ')).toMatch(/content-type text\/html; charset=utf-8 cache-control no-store retry-after 10 /);
    expect(headers.slice(-2)).toEqual(['x-content-type-options', 'nosniff']);
  });

  it('contains the plain page and is never fresh', () => {
    expect(entry.representations.identity.body).toEqual(plainPage(503));
    expect(entry).toMatchObject({
      key: '',
      versions: null,
      validatedEpoch: -1,
      renderStartedAt: 1_000,
      expiresAt: 1_000,
    });
  });
});

describe('the same copy as plain text', () => {
  async function get(status: 404 | 503) {
    const app = createApp().use(defineEventHandler((event) => sendPlainText(event, status)));
    server = createServer(toNodeListener(app));
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
  }

  it('is one line, and never stored', async () => {
    const { status, headers, text } = await get(404);
    expect([status, text]).toEqual([
      404,
      'There is nothing at this address. It may have been mistyped, or the page may have been removed.\n',
    ]);
    expect(headers).toMatchObject({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
    expect(headers['retry-after']).toBeUndefined();
  });

  it('asks clients to try again while something is unavailable', async () => {
    expect(await get(503)).toMatchObject({ status: 503, headers: { 'retry-after': '10' } });
  });
});
