import { open, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { errors } from '@strapi/utils';
import sharp from 'sharp';

/** The file types that may be uploaded: pictures that every browser shows, and PDF. */
const kinds = [
  { mime: 'image/jpeg', format: 'jpeg', extensions: ['.jpg', '.jpeg'] },
  { mime: 'image/png', format: 'png', extensions: ['.png'] },
  { mime: 'image/webp', format: 'webp', extensions: ['.webp'] },
  { mime: 'application/pdf', format: 'pdf', extensions: ['.pdf'] },
] as const;
export type Kind = (typeof kinds)[number];

const starts: Record<Kind['format'], (start: Buffer) => boolean> = {
  jpeg: (start) => start.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  png: (start) => start.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  webp: (start) => start.toString('latin1', 0, 4) === 'RIFF' && start.toString('latin1', 8, 12) === 'WEBP',
  pdf: (start) => /^%PDF-\d\.\d/.test(start.toString('latin1', 0, 8)),
};

/**
 * Returns the file type by the first bytes, or null if the name or the declared type disagrees with it.
 *
 * @param start at least the first 12 bytes
 * @param extension lower-case, with its dot
 */
export const kindOf = (start: Buffer, extension: string, declared: string): Kind | null =>
  kinds.find(
    ({ mime, format, extensions }) =>
      starts[format](start) && (extensions as readonly string[]).includes(extension) && declared.toLowerCase() === mime,
  ) ?? null;

/** The parts of an uploaded file, as formidable leaves it on disk, that are looked at; `size` is in bytes. */
export interface UploadedFile {
  filepath: string;
  originalFilename?: string | null;
  mimetype?: string | null;
  size: number;
}

export const largestUpload = 10 * 1024 * 1024;
/** The largest side of a stored picture, in pixels; the site shows at most 1600. */
const widest = 2400;
/**
 * More pixels than most phones take. A small file can decode to an enormous picture, which would exhaust the memory.
 */
const mostPixels = 50_000_000;
const endOfPdf = 1024;

const refuse = (name: string, why: string): never => {
  throw new errors.ValidationError(`“${name}” can’t be used: ${why}`);
};

const startOf = async (file: string): Promise<Buffer> => {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(32), 0, 32, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};

/** Re-encodes the picture: upright, without metadata such as the place, and without data hidden behind it. */
const writtenAnew = (file: string, format: Exclude<Kind['format'], 'pdf'>): Promise<Buffer> =>
  sharp(file, { limitInputPixels: mostPixels, failOn: 'error' })
    .autoOrient()
    .resize({ width: widest, height: widest, fit: 'inside', withoutEnlargement: true })
    .keepIccProfile()
    .toFormat(format, format === 'png' ? { compressionLevel: 9 } : { quality: 86 })
    .toBuffer();

const cleanPicture = async (
  file: UploadedFile,
  name: string,
  format: Exclude<Kind['format'], 'pdf'>,
): Promise<void> => {
  const picture = await writtenAnew(file.filepath, format).catch(() =>
    refuse(name, 'it is damaged, or larger than 50 megapixels.'),
  );
  await writeFile(file.filepath, picture);
  file.size = picture.length;
};

const checkPdf = async (file: UploadedFile, name: string): Promise<void> => {
  const end = (await readFile(file.filepath)).subarray(-endOfPdf).toString('latin1');
  if (!/%%EOF\s*$/.test(end)) refuse(name, 'it is not a complete PDF. Please save it as a PDF again.');
};

/**
 * Checks a file by its content, not by its name. Replaces a picture on disk by a clean, re-encoded copy.
 *
 * @throws ValidationError for the person who uploads it, if the file is of another type, too large or damaged
 */
export const admitUpload = async (file: UploadedFile): Promise<void> => {
  const name = file.originalFilename ?? 'This file';
  if (file.size > largestUpload) refuse(name, 'it is larger than 10 MB. Please make it smaller and try again.');
  const kind = kindOf(await startOf(file.filepath), path.extname(name).toLowerCase(), file.mimetype ?? '');
  if (kind === null) return refuse(name, 'pictures must be JPEG, PNG or WebP, and documents PDF.');
  if (kind.format === 'pdf') await checkPdf(file, name);
  else await cleanPicture(file, name, kind.format);
};
