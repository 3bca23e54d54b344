import { randomBytes } from 'node:crypto';
import slugify from '@sindresorhus/slugify';
import { cleanLine, isVisible } from 'shared';

/** In characters; the column for names has room for 255. */
const maxShownLength = 120;
const maxStoredLength = 60;

/** The endings that pictures and PDFs arrive with. */
const extension = /\.(?:jpe?g|jpe|jfif|pjpeg|png|apng|webp|pdf)$/i;

const firstCharacters = (text: string, count: number): string => [...text].slice(0, count).join('');

/**
 * Returns the name of a file as the media library shows it: one line, not too long; empty if nothing of it is visible.
 */
export const shownName = (name: string): string => {
  const line = cleanLine(name);
  if (!isVisible(line)) return '';
  const ending = extension.exec(line)?.[0] ?? '';
  return firstCharacters(line.slice(0, line.length - ending.length), maxShownLength).trim() + ending;
};

/** Returns the name under which Strapi takes a file; some characters it does not take, and it asks for an extension. */
export const storableName = (name: string, ending: string): string =>
  `${name.replace(extension, '').replace(/[<>:"/\\|?*]/g, '-') || 'file'}${ending}`;

/**
 * Returns the part of the stored file names that a file shares with its smaller sizes, different for each upload: Latin
 * letters and digits, so that every server and file system takes it, and ten random hexadecimal digits.
 */
export const createHash = (name: string): string => {
  const words = slugify(name.normalize('NFKC').replace(extension, ''), { separator: '_', decamelize: false });
  const readable = words.slice(0, maxStoredLength).split('_').filter(Boolean).join('_') || 'file';
  return `${readable}_${randomBytes(5).toString('hex')}`;
};
