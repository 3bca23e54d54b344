import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeText, readTextFile } from './read-text-file';

let dir = '';
const file = async (content: string | Uint8Array): Promise<string> => {
  const name = path.join(dir, 'page.txt');
  await writeFile(name, content);
  return name;
};
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'quiet-room-'));
});
afterAll(() => rm(dir, { recursive: true }));

describe('readTextFile', () => {
  it('reads text', async () => {
    expect(await readTextFile(await file('Petrūska “says”\r\n'))).toBe('Petrūska “says”\r\n');
  });
  it.each([
    ['nothing', '', 'it is empty'],
    ['only spaces', ' \n\uFEFF \n', 'it is empty'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'it is not a text file'],
    ['a web page', '\uFEFF<!DOCTYPE html><html></html>', 'it is a web page in HTML'],
    ['a very long file', 'word '.repeat(250_000), 'it is larger than a megabyte'],
  ])('refuses %s in one sentence', async (_, content, reason) => {
    await expect(readTextFile(await file(content))).rejects.toThrow(`“page.txt” can’t be imported: ${reason}`);
  });
  it('refuses what is not there, and folders', async () => {
    await expect(readTextFile(path.join(dir, 'nothing.txt'))).rejects.toThrow(
      '“nothing.txt” can’t be imported: there is no such file.',
    );
    await expect(readTextFile(dir)).rejects.toThrow('it is a folder, not a file.');
    await expect(readTextFile('/dev/null')).rejects.toThrow('it is not a regular file.');
  });
});

describe('decodeText', () => {
  it('knows what Windows writes', () => {
    expect(decodeText(Uint8Array.from([0xff, 0xfe, 0x41, 0, 0x1c, 0x20]))).toBe('A“');
    expect(decodeText(Uint8Array.from([0x93, 0x41, 0x94]))).toBe('“A”');
    expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, 0x41]))).toBe('A');
  });
});
