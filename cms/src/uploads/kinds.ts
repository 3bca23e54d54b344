/** What may be uploaded: pictures that every browser shows, and documents as PDF. */
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
 * The kind that a file is by its first bytes, if its name and its declared type say the same; else null.
 * `extension` is lower-case with its dot, `start` at least the first 12 bytes.
 */
export const kindOf = (start: Buffer, extension: string, declared: string): Kind | null =>
  kinds.find(
    ({ mime, format, extensions }) =>
      starts[format](start) && (extensions as readonly string[]).includes(extension) && declared.toLowerCase() === mime,
  ) ?? null;
