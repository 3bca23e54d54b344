import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { chooseCoding, codings, encode, gzipped, matchesEtag } from './representation';

describe('a body in every coding', () => {
  it('has an entity tag of its own for each', async () => {
    const body = Buffer.from('<p>kind words</p>'.repeat(300));
    const [plain, br] = await encode(body, 'text/html; charset=utf-8');
    if (!plain || !br) throw new Error('The body was not compressed.');
    const gzip = gzipped(plain);
    expect([plain.coding, br.coding, gzip.coding]).toEqual(['identity', 'br', 'gzip']);
    expect(brotliDecompressSync(br.body)).toEqual(body);
    expect(gunzipSync(gzip.body)).toEqual(body);
    expect(new Set([plain.etag, br.etag, gzip.etag]).size).toBe(3);
  });

  it('is the plain one alone where compressing saves nothing', async () => {
    expect(await encode(Buffer.from('short'), 'text/html')).toHaveLength(1);
    expect(await encode(Buffer.alloc(5000), 'image/png')).toHaveLength(1);
  });

  it('has the same tag for the same content', async () => {
    const tags = await Promise.all([1, 2].map(async () => (await encode(Buffer.from('words'), 'text/html'))[0]?.etag));
    expect(tags[0]).toBe(tags[1]);
  });

  it.each(['text/html', 'application/json', 'application/rss+xml', 'application/feed+json', 'image/svg+xml'])(
    'is compressed as %s',
    async (type) => {
      expect(await encode(Buffer.from('kind words '.repeat(300)), type)).toHaveLength(2);
    },
  );

  it.each([
    [999, 1],
    [1000, 2],
  ])('of %i bytes exists %i times', async (bytes, count) => {
    expect(await encode(Buffer.alloc(bytes, 'x'), 'text/plain')).toHaveLength(count);
  });

  it('leaves out a coding that makes it larger', async () => {
    const random = Buffer.from(Array.from({ length: 1000 }, (_, at) => (at * 7919 * (at + 13)) % 256));
    const noise = createHash('sha512').update(random).digest();
    const body = Buffer.concat(
      Array.from({ length: 16 }, (_, at) => createHash('sha512').update(noise).update(String(at)).digest()),
    );
    expect((await encode(body, 'text/plain')).map(({ coding }) => coding)).toEqual(['identity']);
  });

  it('has tags as RFC 9110 writes them, which name the coding', async () => {
    const body = Buffer.from('kind words '.repeat(300));
    const [plain, br] = await encode(body, 'text/html');
    expect(plain?.etag).toMatch(/^"[\w-]{22}"$/);
    expect(br?.etag).toBe(`${plain?.etag.slice(0, -1)}-br"`);
    expect(gzipped({ body, etag: plain?.etag ?? '' }).etag).toBe(`${plain?.etag.slice(0, -1)}-gzip"`);
  });
});

describe('the content coding', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['*;q=0.1, gzip;q=0.5', 'gzip'],
    ['gzip;q=0, *', 'br'],
    ['identity', 'identity'],
    ['identity;q=1, gzip;q=0.5', 'identity'],
    ['identity;q=0.5, gzip;q=0.5', 'gzip'],
    ['identity;q=0', 'identity'],
    ['gzip;q=nonsense', 'identity'],
    ['gzip;q=0.000', 'identity'],
    ['deflate', 'identity'],
  ])('for %j is %s', (header, coding) => {
    expect(chooseCoding(header, codings)).toBe(coding);
  });

  it('is one of those that are available', () => {
    expect(chooseCoding('br, gzip', ['identity'])).toBe('identity');
    expect(chooseCoding('br, gzip', ['identity', 'gzip'])).toBe('gzip');
  });
});

describe('If-None-Match', () => {
  it.each([
    [undefined, false],
    ['"a"', true],
    ['W/"a"', true],
    ['"b", W/"a"', true],
    ['"b","a"', true],
    ['*', true],
    ['"b"', false],
    ['a', false],
    ['"a-br"', false],
  ])('%j matches "a": %s', (header, named) => {
    expect(matchesEtag(header, '"a"')).toBe(named);
  });
});
