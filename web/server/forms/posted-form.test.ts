import { describe, expect, it } from 'vitest';
import { isTicked, postedForm, textOf } from './posted-form';

const urlencoded = 'application/x-www-form-urlencoded';
const read = (body: string | Buffer, type = urlencoded) => postedForm(Buffer.from(body as string), type);

describe('a posted form', () => {
  it('is text by name, the first where a name comes twice', async () => {
    const form = await read('name=Ann&words=one%0D%0Atwo+three&consent=on&name=Bob');
    expect([...(form ?? [])]).toEqual([
      ['name', 'Ann'],
      ['words', 'one\ntwo three'],
      ['consent', 'on'],
    ]);
    expect([
      textOf(form ?? new Map(), 'words'),
      textOf(new Map(), 'words'),
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
  ])('takes %s', async (_, body, words) => {
    expect(textOf((await read(body)) ?? new Map(), 'words')).toBe(words);
  });

  it('is UTF-8, whatever it calls itself', async () => {
    for (const charset of ['utf-7', 'no-such-thing', 'iso-8859-1', '"', '']) {
      expect(textOf((await read('words=%C3%A9', `${urlencoded}; charset=${charset}`)) ?? new Map(), 'words')).toBe('é');
    }
  });

  it('may come in parts; files are left out', async () => {
    const sent = new FormData();
    sent.set('words', 'é\n&=');
    sent.set('file', new Blob(['x']), 'x.txt');
    const request = new Response(sent);
    const form = await postedForm(Buffer.from(await request.arrayBuffer()), request.headers.get('content-type') ?? '');
    expect([...(form ?? [])]).toEqual([['words', 'é\n&=']]);
  });

  it('is none when it is something else, or broken', async () => {
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
