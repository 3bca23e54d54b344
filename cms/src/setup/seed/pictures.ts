import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { type DemoPicture, demoPictureNames } from './writing';

interface Words {
  alt: string;
  caption: string | null;
}

const words: Readonly<Record<DemoPicture, Words>> = {
  'room-day': {
    alt: 'Two armchairs, one blue and one cream, by a wall on which the sun draws a window.',
    caption: 'The room, on a morning in October.',
  },
  'room-night': { alt: 'The same two armchairs in the evening, lit by a standing lamp.', caption: null },
  table: {
    alt: 'A mug and an open notebook beside a lamp on a dark table.',
    caption: 'A pencil and paper, within reach.',
  },
  circle: { alt: 'Seven wooden chairs in a circle around a plant, in low sunlight.', caption: null },
  portrait: { alt: 'A drawing of Nora Ashby, a woman with dark hair in a blue cardigan, smiling.', caption: null },
};

/** A file as the upload service returns it and as a blocks picture stores it. */
export interface StoredFile {
  id: number;
  [field: string]: unknown;
}

interface UploadService {
  upload(input: { data: { fileInfo: Record<string, unknown>[] }; files: unknown[] }): Promise<StoredFile[]>;
}

const fileOf = async (folder: string, source: string, name: DemoPicture) => {
  // A copy, because an upload is rewritten in place when it is admitted.
  const filepath = path.join(folder, `${name}.webp`);
  await copyFile(path.join(source, `${name}.webp`), filepath);
  return { filepath, originalFilename: `${name}.webp`, mimetype: 'image/webp', size: (await stat(filepath)).size };
};

/**
 * Uploads the pictures that lie beside this file in the sources, with their descriptions; all sizes are made of them.
 */
export const uploadDemoPictures = async (strapi: Core.Strapi): Promise<Record<DemoPicture, StoredFile>> => {
  const source = path.join(strapi.dirs.app.src, 'setup', 'seed', 'pictures');
  const folder = await mkdtemp(path.join(tmpdir(), 'quiet-room-demo-'));
  try {
    const service = strapi.plugin('upload').service('upload') as unknown as UploadService;
    const files = await Promise.all(demoPictureNames.map((name) => fileOf(folder, source, name)));
    const fileInfo = demoPictureNames.map((name) => ({
      name: `${name}.webp`,
      alternativeText: words[name].alt,
      caption: words[name].caption,
    }));
    const stored = await service.upload({ data: { fileInfo }, files });
    return Object.fromEntries(demoPictureNames.map((name, index) => [name, stored[index]])) as Record<
      DemoPicture,
      StoredFile
    >;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
