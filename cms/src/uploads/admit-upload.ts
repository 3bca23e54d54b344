import { open, readFile, writeFile } from 'node:fs/promises';
import { errors } from '@strapi/utils';
import sharp from 'sharp';
import { kindOf, type PictureFormat, reasonAgainst, startBytes } from './file-kinds';
import { shownName, storableName } from './file-names';

/** The parts of an uploaded file, as formidable leaves it on disk, that are looked at; `size` is in bytes. */
export interface UploadedFile {
  filepath: string;
  originalFilename?: string | null;
  mimetype?: string | null;
  /** What Strapi found out about the content; it believes this more than `mimetype`. */
  detectedMimeType?: string | null;
  size: number;
}

export const largestUpload = 10 * 1024 * 1024;
/** The largest side of a stored picture, in pixels; the site shows at most 1600. */
const widest = 2400;
/**
 * More pixels than most phones take: 50 megapixels, as makers round them (8192 × 6144 are a little more). A small file
 * can decode to an enormous picture, which would exhaust the memory.
 */
const mostPixels = 51_000_000;
const endOfPdf = 1024;

const refuse = (name: string, why: string): never => {
  throw new errors.ValidationError(`“${name}” can’t be used: ${why}`);
};

const startOf = async (file: string): Promise<Buffer> => {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(startBytes), 0, startBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};

/** Re-encodes the picture: upright, without metadata such as the place, and without data hidden behind it. */
const writtenAnew = (file: string, format: PictureFormat): Promise<Buffer> =>
  sharp(file, { limitInputPixels: mostPixels, failOn: 'error' })
    .autoOrient()
    .resize({ width: widest, height: widest, fit: 'inside', withoutEnlargement: true })
    .keepIccProfile()
    .toFormat(format, format === 'png' ? { compressionLevel: 9 } : { quality: 86 })
    .toBuffer();

/** Whether a PNG says before its first picture that more follow. */
const isAnimatedPng = (bytes: Buffer): boolean => {
  const control = bytes.indexOf('acTL');
  return control > 0 && control < bytes.indexOf('IDAT') && bytes.readUInt32BE(control + 4) > 1;
};

const refuseUnusable = async (filepath: string, name: string, format: PictureFormat): Promise<void> => {
  const { width, height, pages = 1 } = await sharp(filepath, { limitInputPixels: false }).metadata();
  if (width * height > mostPixels)
    refuse(name, 'it has more than 50 megapixels. Please make it smaller on your device and try again.');
  if (pages > 1 || (format === 'png' && isAnimatedPng(await readFile(filepath))))
    refuse(
      name,
      'it is an animation, and the site only shows still pictures. Please save one picture of it as JPEG or PNG.',
    );
};

const cleanPicture = async (file: UploadedFile, name: string, format: PictureFormat): Promise<void> => {
  const picture = await refuseUnusable(file.filepath, name, format)
    .then(() => writtenAnew(file.filepath, format))
    .catch((error: unknown) => {
      if (error instanceof errors.ValidationError) throw error;
      return refuse(
        name,
        'it is damaged or incomplete. Please open it on your device, save it as a new picture and add that.',
      );
    });
  await writeFile(file.filepath, picture);
  file.size = picture.length;
};

const checkPdf = async (file: UploadedFile, name: string): Promise<void> => {
  const end = (await readFile(file.filepath)).subarray(-endOfPdf).toString('latin1');
  if (!/%%EOF\s*$/.test(end)) refuse(name, 'it is not a complete PDF. Please save it as a PDF again.');
};

/**
 * Decides by its content what a file is, whatever its name and the browser say, and gives it a name and a type that are
 * right. Replaces a picture on disk by a clean, re-encoded copy.
 *
 * @throws ValidationError for the person who uploads it, if the file is of another type, too large or damaged
 */
export const admitUpload = async (file: UploadedFile): Promise<void> => {
  const name = shownName(file.originalFilename ?? '') || 'This file';
  if (file.size > largestUpload) refuse(name, 'it is larger than 10 MB. Please make it smaller and try again.');
  const start = await startOf(file.filepath);
  const kind = kindOf(start);
  if (kind === null) return refuse(name, reasonAgainst(start));
  if (kind.format === 'pdf') await checkPdf(file, name);
  else await cleanPicture(file, name, kind.format);
  file.originalFilename = storableName(name, kind.extension);
  file.mimetype = kind.mime;
  file.detectedMimeType = kind.mime;
};
