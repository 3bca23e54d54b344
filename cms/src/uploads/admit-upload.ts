import { open, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { errors } from '@strapi/utils';
import sharp from 'sharp';
import { type Kind, kindOf } from './kinds';

/** The parts of an uploaded file, as formidable leaves it on disk, that are looked at; `size` is in bytes. */
export interface UploadedFile {
  filepath: string;
  originalFilename?: string | null;
  mimetype?: string | null;
  size: number;
}

export const largestUpload = 10 * 1024 * 1024;
/** Of the picture as it is stored; the site shows at most 1600 across. Pixels. */
const widest = 2400;
/** A small file can claim to be an enormous picture: 50 megapixels are more than any telephone takes. */
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

/** Decodes the picture and writes it anew: upright, without the place where it was taken, and with nothing hidden behind it. */
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
  if (!/%%EOF\s*$/.test(end)) refuse(name, 'it is not a whole PDF. Please save it as PDF again.');
};

/**
 * Looks at what a file is, whatever it says that it is. A picture is replaced on disk by a clean copy of itself.
 *
 * @throws ValidationError in words for the person who uploads: a kind that isn't accepted, too large, or damaged
 */
export const admitUpload = async (file: UploadedFile): Promise<void> => {
  const name = file.originalFilename ?? 'This file';
  if (file.size > largestUpload) refuse(name, 'it is larger than 10 MB. Please make it smaller and try again.');
  const kind = kindOf(await startOf(file.filepath), path.extname(name).toLowerCase(), file.mimetype ?? '');
  if (kind === null) return refuse(name, 'pictures must be JPEG, PNG or WebP, and documents PDF.');
  if (kind.format === 'pdf') await checkPdf(file, name);
  else await cleanPicture(file, name, kind.format);
};
