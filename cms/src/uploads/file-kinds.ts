/** The file types that may be uploaded: pictures that every browser shows, and PDF. */
const kinds = [
  { mime: 'image/jpeg', format: 'jpeg', extension: '.jpg' },
  { mime: 'image/png', format: 'png', extension: '.png' },
  { mime: 'image/webp', format: 'webp', extension: '.webp' },
  { mime: 'application/pdf', format: 'pdf', extension: '.pdf' },
] as const;
type Kind = (typeof kinds)[number];
export type PictureFormat = Exclude<Kind['format'], 'pdf'>;

/** How many of a file's first bytes are needed to tell what it is. */
export const startBytes = 1024;

const textAt = (start: Buffer, from: number, to: number): string => start.toString('latin1', from, to);

const starts: Record<Kind['format'], (start: Buffer) => boolean> = {
  jpeg: (start) => start.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  png: (start) => start.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  webp: (start) => textAt(start, 0, 4) === 'RIFF' && textAt(start, 8, 12) === 'WEBP',
  pdf: (start) => /^%PDF-\d\.\d/.test(textAt(start, 0, 8)),
};

/** Returns the file type by the first bytes, or null if files of this type may not be uploaded. */
export const kindOf = (start: Buffer): Kind | null => kinds.find(({ format }) => starts[format](start)) ?? null;

/**
 * Returns what an ISO media file says it is: its major brand and those it is compatible with; none for other files.
 * @see https://mp4ra.org/registered-types/brands
 */
const brandsOf = (start: Buffer): string[] => {
  if (textAt(start, 4, 8) !== 'ftyp') return [];
  const end = Math.min(start.readUInt32BE(0), start.length);
  const brands = [textAt(start, 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(textAt(start, at, at + 4));
  return brands;
};

const isHeic = (brands: readonly string[]): boolean =>
  brands.some((brand) => /^(?:hei[cxms]|hev[cxms])$/.test(brand)) && !brands.includes('avif');
const isVideo = ([major]: readonly string[]): boolean =>
  /^(?:qt {2}|isom|iso\d|mp4\d|M4V.|avc1|3g..)$/.test(major ?? '');

/** Returns why a file may not be uploaded and what to do instead, as the end of a sentence. */
export const reasonAgainst = (start: Buffer): string => {
  const brands = brandsOf(start);
  if (start.length === 0) return 'it is empty. Please save it on your device again and add it from there.';
  if (isHeic(brands))
    return 'it is a HEIC picture, which many browsers can’t show. Please save it as JPEG first: on an iPhone, choose “Options” and “Most Compatible” when you share it; on a Mac, open it in Preview and export it.';
  if (isVideo(brands)) return 'it is a video. Pictures must be JPEG, PNG or WebP, and documents PDF.';
  if (textAt(start, 0, 4) === 'GIF8')
    return 'it is a GIF. Please save it as PNG or JPEG; the site only shows still pictures.';
  if (/<svg[\s>]/i.test(start.toString('utf8')))
    return 'it is an SVG drawing, which can contain programs. Please export it as PNG.';
  return 'pictures must be JPEG, PNG or WebP, and documents PDF.';
};
