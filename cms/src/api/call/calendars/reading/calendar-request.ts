import * as http from 'node:http';
import * as https from 'node:https';
import type { BlockList } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { CalendarError } from 'shared';
import { guardedLookup, PrivateNetworkError, refusePrivateHost } from '#src/security/public-networks';

/** Bytes, of what is sent as of what it becomes when it is decompressed. */
const maxBytes = 5 * 1024 * 1024;
const maxRedirects = 5;

/** Why a calendar was not read. Its message has no address, and no part of what was received. */
export class UnreadCalendar extends Error {
  constructor(readonly reason: CalendarError) {
    super(`The calendar could not be read: ${reason}.`);
  }
}

/** What a server said about the copy that it sent last, with which it is asked whether that has changed. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What is fetched, and how. `networks` are allowed although they are not public. */
export interface CalendarRequest {
  readonly address: string;
  readonly known: Validators | null;
  readonly networks: BlockList;
  /** For everything: names, redirects and the whole body. */
  readonly timeoutMs: number;
}

/** A calendar as it was received; null if it has not changed since `known`. */
export type ReceivedCalendar = (Validators & { readonly text: string }) | null;

const conditionsOf = (known: Validators | null): Record<string, string> => ({
  ...(known !== null && known.etag !== null && { 'If-None-Match': known.etag }),
  ...(known !== null && known.lastModified !== null && { 'If-Modified-Since': known.lastModified }),
});

/**
 * Sends one request, on a connection of its own. What is not encrypted is read from the networks of the setting only.
 */
const send = (url: URL, { known, networks }: CalendarRequest, signal: AbortSignal): Promise<http.IncomingMessage> =>
  new Promise((resolve, reject) => {
    const isEncrypted = url.protocol === 'https:';
    const rule = { allowed: networks, onlyAllowed: !isEncrypted };
    refusePrivateHost(url, rule);
    const { request } = isEncrypted ? https : http;
    const headers = {
      Accept: 'text/calendar, */*;q=0.1',
      'Accept-Encoding': 'gzip, br',
      'User-Agent': 'Quiet Room (calendar)',
      ...conditionsOf(known),
    };
    request(url, { agent: false, lookup: guardedLookup(rule), headers, signal }, resolve)
      .on('error', reject)
      .end();
  });

const decompressed = (response: http.IncomingMessage): Readable => {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? '';
  const decoder = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
  }[encoding];
  if (decoder === undefined) return response;
  const stream = decoder();
  response.on('error', (error) => stream.destroy(error));
  return response.pipe(stream);
};

/** Reads the body and stops as soon as it is too large, compressed or not. */
const textOf = async (response: http.IncomingMessage): Promise<string> => {
  let received = 0;
  response.on('data', (chunk: Buffer) => {
    received += chunk.length;
    if (received > maxBytes) response.destroy(new UnreadCalendar('too-large'));
  });
  const body = decompressed(response);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new UnreadCalendar('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const reasonOf = (status: number): CalendarError => {
  if (status === 404 || status === 410) return 'not-found';
  return status === 401 || status === 403 ? 'refused' : 'unreachable';
};

const maxHeaderLength = 500;
const headerOf = (value: string | undefined): string | null =>
  value !== undefined && value.length <= maxHeaderLength ? value : null;

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

/** Follows redirects one by one, each checked like the first; cookies are neither kept nor sent. */
const receive = async (asked: CalendarRequest, signal: AbortSignal): Promise<ReceivedCalendar> => {
  let url = new URL(asked.address);
  for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
    // Nobody's secret goes through the internet unencrypted, whatever was pasted or is redirected to.
    if (url.protocol === 'http:' && asked.networks.rules.length === 0) url.protocol = 'https:';
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new UnreadCalendar('unreachable');
    const response = await send(url, asked, signal);
    try {
      const { statusCode: status = 0, headers } = response;
      if (status === 200)
        return {
          text: await textOf(response),
          etag: headerOf(headers.etag),
          lastModified: headerOf(headers['last-modified']),
        };
      if (status === 304 && asked.known !== null) return null;
      const { location } = headers;
      if (!isRedirect(status) || location === undefined || !URL.canParse(location, url.href))
        throw new UnreadCalendar(reasonOf(status));
      url = new URL(location, url);
    } finally {
      response.destroy();
    }
  }
  throw new UnreadCalendar('unreachable');
};

/**
 * Fetches a calendar.
 * @throws UnreadCalendar for whatever keeps it from being read
 */
export const requestCalendar = async (asked: CalendarRequest): Promise<ReceivedCalendar> => {
  const signal = AbortSignal.timeout(asked.timeoutMs);
  try {
    return await receive(asked, signal);
  } catch (error) {
    if (error instanceof UnreadCalendar) throw error;
    if (signal.aborted) throw new UnreadCalendar('too-slow');
    throw new UnreadCalendar(error instanceof PrivateNetworkError ? 'private-network' : 'unreachable');
  }
};
