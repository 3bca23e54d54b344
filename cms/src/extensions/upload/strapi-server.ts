import { admitUpload, type UploadedFile } from '../../uploads/admit-upload';

interface UploadService {
  upload(input: { files: UploadedFile | UploadedFile[] }, options?: unknown): Promise<unknown>;
  replace(id: number | string, input: { file: UploadedFile }, options?: unknown): Promise<unknown>;
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
      async replace(id, input, options) {
        await admitUpload(input.file);
        return service.replace(id, input, options);
      },
    };
  };
  return plugin;
};
