import type { Picture, PictureSize } from 'shared';
import { textOrNull } from './nullable';

interface StoredSize {
  url: string | null;
  width: number | null;
  height: number | null;
}

/** An upload as the database has it; `formats` are the smaller sizes that were made of it. */
export interface StoredFile extends StoredSize {
  hash: string;
  alternativeText: string | null;
  caption: string | null;
  focalPoint?: { x: number; y: number } | null;
  formats: Record<string, StoredSize> | null;
}

/** Wherever uploads are stored (this disk, a bucket), the site asks for them by their file name. */
const pathOfFile = (url: string): string =>
  `/uploads/${
    url
      .replace(/[?#].*$/s, '')
      .split('/')
      .at(-1) ?? ''
  }`;

const sizeOf = ({ url, width, height }: StoredSize): PictureSize | null =>
  url && width && height ? { url: pathOfFile(url), width, height } : null;

/** A picture for readers; null for a file whose size in pixels nobody knows, which no page could make room for. */
export const pictureOf = (file: StoredFile | null | undefined): Picture | null => {
  const original = file ? sizeOf(file) : null;
  if (!file || original === null) return null;
  const smaller = Object.values(file.formats ?? {}).flatMap((format) => sizeOf(format) ?? []);
  const { focalPoint } = file;
  return {
    ...original,
    alt: textOrNull(file.alternativeText) ?? '',
    caption: textOrNull(file.caption),
    sizes: smaller.sort((a, b) => a.width - b.width),
    focus: focalPoint ? { x: focalPoint.x, y: focalPoint.y } : null,
  };
};

/** What `pictureOf` needs to be asked for. */
export const pictureFields = ['hash', 'url', 'width', 'height', 'alternativeText', 'caption', 'focalPoint', 'formats'];
