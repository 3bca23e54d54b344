import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { settingsOf } from '#src/settings';
import { admitUpload, type UploadedFile } from '#src/uploads/admit-upload';
import { createHash, shownName } from '#src/uploads/file-names';

/** What the person who uploads a file says about it. */
interface FileInfo {
  name?: string | null;
}

interface UploadInput {
  files: UploadedFile | UploadedFile[];
  data?: { fileInfo?: FileInfo | FileInfo[] };
}

interface UploadService {
  upload(input: UploadInput, options?: unknown): Promise<unknown>;
  updateFileInfo(id: unknown, info: FileInfo, options?: unknown): Promise<unknown>;
  replace(...given: unknown[]): Promise<unknown>;
}

interface UploadPlugin {
  services: {
    upload: (context: { strapi: Core.Strapi }) => UploadService;
    'image-manipulation': { generateFileName: (name: string) => string };
  };
}

/** Strapi looks for its folder at the start only: one that was deleted since would fail every upload. */
const createUploadFolder = (strapi: Core.Strapi): Promise<unknown> =>
  mkdir(path.join(settingsOf(strapi).dataDir, 'public', 'uploads'), { recursive: true, mode: 0o700 });

/** Cleans the name in the media library; without a visible one, Strapi takes that of the file. */
const withCleanName = <Info extends FileInfo>(info: Info): Info => ({
  ...info,
  name: shownName(info.name ?? '') || undefined,
});

const withCleanNames = ({ data, ...input }: UploadInput): UploadInput => {
  const fileInfo = data?.fileInfo;
  if (fileInfo === undefined) return { ...input, data };
  return {
    ...input,
    data: { ...data, fileInfo: Array.isArray(fileInfo) ? fileInfo.map(withCleanName) : withCleanName(fileInfo) },
  };
};

/** Every file passes admitUpload before it is stored, whichever way it came: the admin, the API or an import. */
export default (plugin: UploadPlugin): UploadPlugin => {
  plugin.services['image-manipulation'].generateFileName = createHash;
  const original = plugin.services.upload;
  plugin.services.upload = (context) => {
    const service = original(context);
    return {
      ...service,
      async upload(input, options) {
        for (const file of [input.files].flat()) await admitUpload(file);
        await createUploadFolder(context.strapi);
        return service.upload(withCleanNames(input), options);
      },
      updateFileInfo: (id, info, options) => service.updateFileInfo(id, withCleanName(info), options),
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
