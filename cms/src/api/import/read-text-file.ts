import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { CommandError } from '#src/cli/run-command';

const largest = 1_000_000;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'you have no permission to read it',
  EPERM: 'you have no permission to read it',
};

const refusal = (file: string, reason: string): CommandError =>
  new CommandError(`“${path.basename(file)}” can’t be imported: ${reason}.`);

/**
 * The text in the bytes of a file: UTF-8, UTF-16 if it begins with its mark (Notepad's "Unicode"), else what Windows
 * wrote before (windows-1252). Null if no text has such bytes.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  const encodings = utf16 ? [utf16] : ['utf-8', 'windows-1252'];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // Control characters other than tab, line and page ends belong to no text.
      // eslint-disable-next-line no-control-regex
      return /[\u0000-\u0008\u000E-\u001F]/u.test(text) ? null : text;
    } catch {
      continue;
    }
  }
  return null;
}

async function readBytes(file: string): Promise<Uint8Array> {
  const about = await stat(file);
  if (about.isDirectory()) throw refusal(file, 'it is a folder, not a file');
  if (!about.isFile()) throw refusal(file, 'it is not a regular file');
  if (about.size > largest)
    throw refusal(file, `it is larger than a megabyte, but the text of a post is only a few pages long`);
  const handle = await open(file, 'r');
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/**
 * Reads a file of plain text, at most 1 MB; throws a `CommandError` that says in one sentence why it can't be imported.
 */
export async function readTextFile(file: string): Promise<string> {
  const bytes = await readBytes(file).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof CommandError) throw error;
    throw refusal(file, reasons[error.code ?? ''] ?? `reading it failed (${error.code ?? error.message})`);
  });
  const text = decodeText(bytes);
  if (text === null) throw refusal(file, 'it is not a text file');
  if (text.trim() === '') throw refusal(file, 'it is empty');
  if (/^\uFEFF?\s*<(?:!doctype|!--|html|head|body|\?xml)/iu.test(text)) {
    throw refusal(
      file,
      'it is a web page in HTML; open it in a browser, copy all of its text and save that as a text file',
    );
  }
  return text;
}
