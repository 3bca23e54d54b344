import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { settingsOf } from '#src/settings';
import { admitUpload, type UploadedFile } from '#src/uploads/admit-upload';

interface UploadService {
  upload(input: { files: UploadedFile | UploadedFile[] }, options?: unknown): Promise<unknown>;
  replace(...given: unknown[]): Promise<unknown>;
}

interface UploadPlugin {
  services: { upload: (context: { strapi: Core.Strapi }) => UploadService };
}

/** Strapi looks for its folder at the start only: one that was deleted since would fail every upload. */
const createUploadFolder = (strapi: Core.Strapi): Promise<unknown> =>
  mkdir(path.join(settingsOf(strapi).dataDir, 'public', 'uploads'), { recursive: true, mode: 0o700 });

/** Every file passes admitUpload before it is stored, whichever way it came: the admin, the API or an import. */
export default (plugin: UploadPlugin): UploadPlugin => {
  const original = plugin.services.upload;
  plugin.services.upload = (context) => {
    const service = original(context);
    return {
      ...service,
      async upload(input, options) {
        for (const file of [input.files].flat()) await admitUpload(file);
        await createUploadFolder(context.strapi);
        return service.upload(input, options);
      },
      // Strapi would keep the file's name, and readers' browsers keep what has that name for a year.
      async replace() {
        throw new errors.ApplicationError(
          'A picture can’t be replaced, because readers’ browsers may still have the old one. Upload the new picture and choose it instead; you can save a cropped picture as a duplicate.',
        );
      },
    };
  };
  return plugin;
};
