import type { Core } from '@strapi/strapi';

/** Pictures are already compressed and turned upright when they are admitted; only the smaller sizes are Strapi's part. */
const value = { sizeOptimization: false, responsiveDimensions: true, autoOrientation: false, aiMetadata: false };

/** Sets the media library's own settings at each start, because the site counts on the sizes of every picture. */
export const setUpUploadSettings = async (strapi: Core.Strapi): Promise<void> => {
  await strapi.store({ type: 'plugin', name: 'upload' }).set({ key: 'settings', value });
};
