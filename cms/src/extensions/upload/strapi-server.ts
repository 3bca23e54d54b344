import { errors } from '@strapi/utils';
import { admitUpload, type UploadedFile } from '#src/uploads/admit-upload';

interface UploadService {
  upload(input: { files: UploadedFile | UploadedFile[] }, options?: unknown): Promise<unknown>;
  replace(...given: unknown[]): Promise<unknown>;
}

interface UploadPlugin {
  services: { upload: (context: unknown) => UploadService };
}

/** Every file passes admitUpload before it is stored, whichever way it came: the admin, the API or an import. */
export default (plugin: UploadPlugin): UploadPlugin => {
  const original = plugin.services.upload;
  plugin.services.upload = (context) => {
    const service = original(context);
    return {
      ...service,
      async upload(input, options) {
        for (const file of [input.files].flat()) await admitUpload(file);
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
