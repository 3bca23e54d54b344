import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { CommandError } from '#src/cli/run-command';
import { decodeText } from './decode-text';
import { kindOfFile } from './kinds';
import { rtfToHtml } from './rtf';

/** A whole web page with its pictures in one file is a few megabytes. */
const largest = 50_000_000;
const longestText = 1_000_000;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'you have no permission to read it',
  EPERM: 'you have no permission to read it',
};

/** What was in a file: plain text, or HTML whatever the file's own form was. */
interface SavedFile {
  text: string;
  format: 'text' | 'html';
}

const refusal = (file: string, reason: string): CommandError =>
  new CommandError(`“${path.basename(file)}” can’t be imported: ${reason}.`);

async function readBytes(file: string): Promise<Uint8Array> {
  const about = await stat(file);
  if (about.isDirectory()) throw refusal(file, 'it is a folder, not a file');
  if (!about.isFile()) throw refusal(file, 'it is not a regular file');
  if (about.size > largest) throw refusal(file, 'it is larger than 50 megabytes, but a saved page has only a few');
  const handle = await open(file, 'r');
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** The text of a web page: in UTF-8, else in the encoding that its head names, else in one that makes sense. */
function decodeHtml(bytes: Uint8Array): string | null {
  const named = /charset\s*=\s*["']?([\w-]+)/iu.exec(Buffer.from(bytes.subarray(0, 2000)).toString('latin1'))?.[1];
  if (named && !/^utf-?(?:8|16)/iu.test(named))
    try {
      return new TextDecoder(named).decode(bytes);
    } catch {
      return decodeText(bytes);
    }
  return decodeText(bytes);
}

async function readMhtml(bytes: Uint8Array): Promise<string | null> {
  const { default: PostalMime } = await import('postal-mime');
  return (await PostalMime.parse(bytes)).html ?? null;
}

async function readWebArchive(bytes: Uint8Array): Promise<string | null> {
  const { parseBuffer } = await import('bplist-parser');
  const [archive]: unknown[] = parseBuffer(Buffer.from(bytes));
  const main = archive && typeof archive === 'object' && 'WebMainResource' in archive ? archive.WebMainResource : null;
  const data = main && typeof main === 'object' && 'WebResourceData' in main ? main.WebResourceData : null;
  return data instanceof Uint8Array ? decodeHtml(data) : null;
}

async function readDocx(bytes: Uint8Array): Promise<string | null> {
  const { default: mammoth } = await import('mammoth');
  return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value;
}

/** How each kind of file becomes HTML; what is not here is text. */
const readers = {
  html: (bytes: Uint8Array) => Promise.resolve(decodeHtml(bytes)),
  mhtml: readMhtml,
  webarchive: readWebArchive,
  rtf: (bytes: Uint8Array) => Promise.resolve(rtfToHtml(bytes)),
  docx: readDocx,
};
const names: Readonly<Record<keyof typeof readers, string>> = {
  html: 'a web page (HTML)',
  mhtml: 'a web page in one file (MHTML)',
  webarchive: 'a web archive of Safari',
  rtf: 'a rich text file (RTF)',
  docx: 'a Word document',
};

/**
 * Reads a saved page in any of the forms that programs save pages in, by what its bytes are.
 * @throws CommandError with one sentence that says what the file is and what to do instead
 */
export async function readSavedFile(file: string): Promise<SavedFile> {
  const bytes = await readBytes(file).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof CommandError) throw error;
    throw refusal(file, reasons[error.code ?? ''] ?? `reading it failed (${error.code ?? error.message})`);
  });
  const found = kindOfFile(bytes);
  if ('refused' in found) throw refusal(file, found.refused);
  if (found.kind === 'text') {
    if (bytes.length > longestText)
      throw refusal(file, 'it is larger than a megabyte, but the text of a post is only a few pages long');
    return { text: decodeText(bytes) ?? '', format: 'text' };
  }
  const html = await readers[found.kind](bytes).catch(() => null);
  if (html === null || html.trim() === '')
    throw refusal(
      file,
      `it is ${names[found.kind]}, but it is damaged or has no text; save the page once more, or copy its text into a plain text file`,
    );
  return { text: html, format: 'html' };
}
