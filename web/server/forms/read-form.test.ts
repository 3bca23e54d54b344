import { describe, expect, it } from 'vitest';
import { isSameOrigin, isTicked, parseFormBody, textField } from './read-form';

const urlencoded = 'application/x-www-form-urlencoded';
const read = (body: string | Buffer, type = urlencoded) => parseFormBody(Buffer.from(body as string), type);

describe('a posted form', () => {
  it('has text by name, the first where a name comes twice', async () => {
    const form = await read('name=Ann&words=one%0D%0Atwo+three&consent=on&name=Bob');
    expect([...(form ?? [])]).toEqual([
      ['name', 'Ann'],
      ['words', 'one\ntwo three'],
      ['consent', 'on'],
    ]);
    expect([
      textField(form ?? new Map(), 'words'),
      textField(new Map(), 'words'),
      isTicked(form ?? new Map(), 'consent'),
      isTicked(new Map(), 'consent'),
    ]).toEqual(['one\ntwo three', '', true, false]);
  });

  it.each([
    ['a broken escape', 'words=100%&x=%zz', '100%'],
    ['half a character', 'words=%F0%9F', '\uFFFD'],
    ['half a pair, as some programs write it', 'words=%ED%A0%80', '\uFFFD\uFFFD\uFFFD'],
    ['NUL', 'words=a%00b', 'ab'],
    ['a character beyond the basic plane', 'words=%F0%9F%8C%BF', '🌿'],
  ])('accepts %s', async (_, body, words) => {
    expect(textField((await read(body)) ?? new Map(), 'words')).toBe(words);
  });

  it('is read as UTF-8, whatever its content type says', async () => {
    for (const charset of ['utf-7', 'no-such-thing', 'iso-8859-1', '"', '']) {
      expect(textField((await read('words=%C3%A9', `${urlencoded}; charset=${charset}`)) ?? new Map(), 'words')).toBe(
        'é',
      );
    }
  });

  it('may be multipart; its files are left out', async () => {
    const sent = new FormData();
    sent.set('words', 'é\n&=');
    sent.set('file', new Blob(['x']), 'x.txt');
    const request = new Response(sent);
    const form = await parseFormBody(
      Buffer.from(await request.arrayBuffer()),
      request.headers.get('content-type') ?? '',
    );
    expect([...(form ?? [])]).toEqual([['words', 'é\n&=']]);
  });

  it('is null when it has another content type, or is broken', async () => {
    for (const type of [
      '',
      'text/plain',
      'application/json',
      'multipart/form-data',
      'multipart/form-data; boundary=x',
      'text/html; application/x-www-form-urlencoded',
    ]) {
      expect(await read('{"words":"x"}', type)).toBeNull();
    }
  });
});

const here = 'https://example.org';

describe('a form sent from the site itself', () => {
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'none' }, true],
    [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, true],
    [{ 'sec-fetch-site': 'same-site', origin: here }, false],
    [{ 'sec-fetch-site': 'cross-site', origin: 'null' }, false],
    [{ origin: here }, true],
    [{ origin: 'https://evil.example' }, false],
    [{ origin: 'http://example.org' }, false],
    [{ origin: 'https://example.org.evil.example' }, false],
    [{ origin: 'null' }, true],
    [{}, true],
  ])('is recognised by %j: %s', (headers, from) => {
    expect(isSameOrigin(headers, here)).toBe(from);
  });
});
