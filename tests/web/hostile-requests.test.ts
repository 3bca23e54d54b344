import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aComment } from '../support/comments.ts';
import { type RawRequest, rawSend } from '../support/raw-send.ts';
import { aPostSlug, Reader } from '../support/reader.ts';
import { type Stack, startStack } from '../support/stack.ts';

/** How long the response to a hostile request may take, in milliseconds. */
const within = 5_000;
const megabyte = 1024 * 1024;

let stack: Stack;
let slug: string;

beforeAll(async () => {
  stack = await startStack({ env: { FORM_LIMITS: 'off' } });
  slug = await aPostSlug(stack.site.url);
});
afterAll(() => stack.stop());

type Told = Omit<RawRequest, 'target'>;
/** What is sent, and the status of the response. */
type Row = [what: string, status: number, request: Told];

const as = (type: string): string[] => [`content-type: ${type}`];
const urlencoded = 'application/x-www-form-urlencoded';
const form = (body: string | Buffer, more: Partial<Told> = {}): Told => ({ headers: as(urlencoded), body, ...more });
const parts = (body: string, type = 'multipart/form-data; boundary=b'): Told => ({ headers: as(type), body });
const part = (name: string, words: string, more = ''): string =>
  `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${words}\r\n`;
const good = 'name=Ann&text=Hello+there&audience=everyone&consent=on';

/** 200 is the page that shows the comment for review, 422 the form with its errors. */
const atTheForm: Row[] = [
  ['an honest form', 200, form(good)],
  ['a form of 1 MB', 413, form(`text=${'a'.repeat(megabyte)}`)],
  ['a form of 1 MB in chunks, which says no length', 413, form(`text=${'a'.repeat(megabyte)}`, { chunked: true })],
  ['100 kB in chunks', 413, form(`text=${'a'.repeat(100_000)}`, { chunked: true })],
  ['an honest form in chunks', 200, form(good, { chunked: true })],
  [
    'a length that lies upwards, and nothing more',
    400,
    { headers: [...as(urlencoded), 'content-length: abc'], body: good },
  ],
  ['a length below zero', 400, { headers: [...as(urlencoded), 'content-length: -1'], body: good }],
  ['two lengths', 400, { headers: [...as(urlencoded), 'content-length: 4', 'content-length: 40'], body: good }],
  [
    'a length and chunks',
    400,
    { headers: [...as(urlencoded), 'content-length: 4', 'transfer-encoding: chunked'], body: '0\r\n\r\n' },
  ],
  [
    'chunks that are none',
    400,
    { headers: [...as(urlencoded), 'transfer-encoding: chunked'], body: 'zz\r\nhello\r\n' },
  ],
  ['broken escapes', 200, form('name=%&text=100%+%zz+%u0041+%e0%a4&audience=everyone&consent=%')],
  [
    'bytes that are no UTF-8',
    200,
    form(
      Buffer.concat([
        Buffer.from('name=A&audience=everyone&consent=on&text=x'),
        Buffer.from([0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80]),
      ]),
    ),
  ],
  ['nothing', 422, form('')],
  ['nothing but signs', 422, form('&&&===&=&%00=%00&[]=&[a][b]=c')],
  ['10,000 fields', 422, form(Array.from({ length: 10_000 }, (_, n) => `${n.toString(36)}=`).join('&'))],
  ['the same field a thousand times', 200, form(`${good}${'&text=other'.repeat(1_000)}`)],
  [
    'names of JavaScript',
    200,
    form(
      `${good}&__proto__=x&__proto__[audience]=x&constructor=x&constructor.prototype.consent=x&toString=x&hasOwnProperty=x`,
    ),
  ],
  ['an audience of JavaScript', 422, form(good.replace('everyone', '__proto__'))],
  ['a nonsense form token', 422, form(`${good}&formToken=${'.'.repeat(5_000)}`)],
  ['a reply to nothing', 409, form(`${good}&reply=99999999999999999999`)],
  ['a charset that there is not', 200, form(good, { headers: as(`${urlencoded}; charset=no-such-thing`) })],
  ['UTF-16', 422, form(Buffer.from(good, 'utf16le'), { headers: as(`${urlencoded}; charset=utf-16`) })],
  [
    'parts',
    200,
    parts(
      `${part('name', 'Ann')}${part('text', 'Hello')}${part('audience', 'everyone')}${part('consent', 'on')}--b--\r\n`,
    ),
  ],
  [
    'a file among the parts',
    422,
    parts(`${part('text', '<script>', '; filename="x.html"\r\nContent-Type: text/html')}--b--\r\n`),
  ],
  [
    'a file named like the way to a secret',
    422,
    parts(`${part('text', 'x', '; filename="../../etc/passwd"')}--b--\r\n`),
  ],
  ['parts without an end', 415, parts(part('text', 'Hello'))],
  ['parts without a boundary', 415, parts(part('text', 'Hello'), 'multipart/form-data')],
  ['parts with an endless boundary', 415, parts('--b--', `multipart/form-data; boundary=${'b'.repeat(5_000)}`)],
  ['10,000 parts', 413, parts(`${Array.from({ length: 10_000 }, (_, n) => part(`f${n}`, '')).join('')}--b--\r\n`)],
  ['a thousand parts', 422, parts(`${Array.from({ length: 800 }, (_, n) => part(`f${n}`, '')).join('')}--b--\r\n`)],
  ['no type', 415, { body: good }],
  ['JSON', 415, { headers: as('application/json'), body: '{"text":"Hello"}' }],
  ['plain text', 415, { headers: as('text/plain'), body: good }],
  ['a type of nonsense', 415, { headers: as(`${'x/'.repeat(2_000)};;;=`), body: good }],
  ['a method of another kind', 405, form(good, { method: 'PUT' })],
  [
    'a method that is meant to be another',
    200,
    form(`${good}&_method=DELETE`, { headers: [...as(urlencoded), 'x-http-method-override: DELETE'] }),
  ],
  ['a method that tells what it was sent', 405, form('', { method: 'TRACE' })],
  ['a form from another site', 403, form(good, { headers: [...as(urlencoded), 'origin: https://elsewhere.example'] })],
];

/** Requests to the CMS itself, with the site's token. */
const deep = (levels: number, open: string, close: string): string => `${open.repeat(levels)}0${close.repeat(levels)}`;
const json = (body: string, more: Partial<Told> = {}): Told => ({ headers: as('application/json'), body, ...more });
const written = JSON.stringify(aComment());
const atTheCms: Row[] = [
  ['lists 10,000 deep', 400, json(deep(10_000, '[', ']'))],
  ['objects 10,000 deep', 400, json(deep(10_000, '{"a":', '}'))],
  ['a field 10,000 deep', 400, json(written.replace('"everyone"', deep(10_000, '[', ']')))],
  ['1 MB', 413, json(JSON.stringify({ text: 'a'.repeat(megabyte) }))],
  ['100 kB in chunks', 411, json(JSON.stringify({ text: 'a'.repeat(100_000) }), { chunked: true })],
  ['half of it', 400, json(written.slice(0, 40))],
  ['nothing', 400, json('')],
  ['null', 400, json('null')],
  ['a list of it', 400, json(`[${written}]`)],
  ['its prototype', 400, json('{"__proto__":{"name":"Ann"},"constructor":{"prototype":{"text":"Hello"}}}')],
  ['a prototype beside it', 400, json(written.replace('{', '{"__proto__":{"state":"approved"},'))],
  [
    'more than is asked for, which is left out',
    201,
    json(written.replace('{', '{"state":"approved","fromCounsellor":true,"id":1,')),
  ],
  ['one field ten thousand times', 400, json(`{${'"text":"x",'.repeat(4_000)}"text":"x"}`)],
  ['numbers where words should be', 400, json(written.replace(/"text":"[^"]*"/, '"text":1e309'))],
  ['an object where words should be', 400, json(written.replace(/"text":"[^"]*"/, '"text":{"$ne":null}'))],
  ['a NUL in its nonce', 400, json(written.replace(/"nonce":"[^"]*"/, '"nonce":"\\u0000"'))],
  ['a form', 400, form('text=Hello&text[$ne]=x')],
  ['parts', 401, parts(`${part('text', 'Hello')}--b--\r\n`)],
  ['plain text', 400, { headers: as('text/plain'), body: written }],
  [
    'a charset that there is not',
    201,
    json(JSON.stringify(aComment()), { headers: as('application/json; charset=no-such-thing') }),
  ],
  [
    'what says that it is packed, and is not',
    415,
    json(written, { headers: [...as('application/json'), 'content-encoding: gzip'] }),
  ],
  [
    'what is small and unpacks to 20 MB',
    415,
    {
      headers: [...as('application/json'), 'content-encoding: gzip'],
      body: gzipSync(Buffer.alloc(20 * megabyte, ' ')),
    },
  ],
  [
    'a way of packing that there is not',
    415,
    json(written, { headers: [...as('application/json'), 'content-encoding: x'] }),
  ],
];

describe('the comment form survives', () => {
  it.each(atTheForm)('%s: %i', async (_, status, request) => {
    const answer = await rawSend(stack.site.url, { ...request, target: `/blog/${slug}/comment` });
    expect(answer.status).toBe(status);
    expect(answer.took).toBeLessThan(within);
  });
});

describe('the CMS survives', () => {
  const target = (): string => `/api/posts/${slug}/comments`;

  it.each(atTheCms)('%s: %i with the token, and never accepted without it', async (_, status, request) => {
    const token = `authorization: Bearer ${stack.cms.webToken}`;
    const answer = await rawSend(stack.cms.url, {
      ...request,
      headers: [...(request.headers ?? []), token],
      target: target(),
    });
    const stranger = await rawSend(stack.cms.url, { ...request, target: target() });
    expect(answer.status).toBe(status);
    expect([400, 401, 403, 411, 413, 415]).toContain(stranger.status);
    expect(Math.max(answer.took, stranger.took)).toBeLessThan(within);
  });
});

describe('after all these requests', () => {
  it('an honest comment is accepted, and nothing was published by itself', async () => {
    const words = 'This is the first honest one.';
    const { own } = await new Reader(stack.site.url).sendComment(slug, { text: words });
    expect(own).toMatch(/^\/your-comment\//);
    expect((await new Reader(stack.site.url).get(`/blog/${slug}`)).html).not.toContain(aComment().name);
  });
});
