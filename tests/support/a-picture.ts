import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';

/** The record of an upload, as the upload plugin leaves it; its file is not needed to describe it. */
export const aPicture = async (
  strapi: Core.Strapi,
  alternativeText: string | null,
): Promise<{ id: number; hash: string }> => {
  const hash = `room_${randomBytes(5).toString('hex')}`;
  const size = (name: string, width: number) => ({
    name,
    hash: name,
    ext: '.jpg',
    mime: 'image/jpeg',
    url: `/uploads/${name}.jpg`,
    width,
    height: width / 2,
  });
  const { id } = (await strapi.db.query('plugin::upload.file').create({
    data: {
      ...size(hash, 1600),
      alternativeText,
      size: 100,
      provider: 'local',
      folderPath: '/',
      formats: { large: size(`large_${hash}`, 1200), small: size(`small_${hash}`, 480) },
    },
  })) as { id: number };
  return { id, hash };
};
