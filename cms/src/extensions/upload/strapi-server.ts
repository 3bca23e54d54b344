import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { lockContent } from '#src/cache-tags/cache-tags';
import { settingsOf } from '#src/settings';
import { admitUpload, type UploadedFile } from '#src/uploads/admit-upload';
import { createHash, shownName } from '#src/uploads/file-names';
import { removeUnlessUsed, type StoredFile } from '#src/uploads/files-in-use';

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
  remove(file: StoredFile): Promise<unknown>;
}

interface FileService {
  deleteByIds(ids?: number[]): Promise<unknown>;
}

interface UploadPlugin {
  services: {
    upload: (context: { strapi: Core.Strapi }) => UploadService;
    file: FileService | ((context: { strapi: Core.Strapi }) => FileService);
    'image-manipulation': { generateFileName: (name: string) => string };
  };
  controllers: { 'admin-folder-file': FolderFiles | ((context: { strapi: Core.Strapi }) => FolderFiles) };
}

interface FolderFiles {
  deleteMany(ctx: DeleteManyContext): Promise<unknown>;
}

/** A request to delete files and folders with what is in them. */
interface DeleteManyContext {
  request: { body?: { fileIds?: unknown; folderIds?: unknown } };
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

const fileUid = 'plugin::upload.file';

/** Several files are deleted together or not at all. */
const withUseChecked = (strapi: Core.Strapi, service: FileService): FileService => ({
  ...service,
  async deleteByIds(ids = []) {
    const files = (await strapi.db.query(fileUid).findMany({ where: { id: { $in: ids } } })) as StoredFile[];
    return removeUnlessUsed(strapi, lockContent, files, () => service.deleteByIds(ids));
  },
});

/** Returns what may be ids; Strapi refuses the others itself. */
const idsIn = (value: unknown): number[] =>
  Array.isArray(value) ? value.filter((id): id is number => Number.isSafeInteger(id)) : [];

/** Returns the files that a request deletes, those in the folders and their subfolders included. */
const filesToDelete = async (strapi: Core.Strapi, { request: { body } }: DeleteManyContext): Promise<StoredFile[]> => {
  const folders = (await strapi.db
    .query('plugin::upload.folder')
    .findMany({ select: ['path'], where: { id: { $in: idsIn(body?.folderIds) } } })) as { path: string }[];
  const inside = folders.flatMap(({ path: at }) => [{ folderPath: at }, { folderPath: { $startsWith: `${at}/` } }]);
  const where = { $or: [{ id: { $in: idsIn(body?.fileIds) } }, ...inside] };
  return (await strapi.db.query(fileUid).findMany({ where })) as StoredFile[];
};

/**
 * Every file passes admitUpload before it is stored, whichever way it came: the admin, the API or an import. None is
 * deleted while something shows it.
 */
export default (plugin: UploadPlugin): UploadPlugin => {
  plugin.services['image-manipulation'].generateFileName = createHash;
  const files = plugin.services.file;
  plugin.services.file = (context) =>
    withUseChecked(context.strapi, typeof files === 'function' ? files(context) : files);
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
      // Whatever deletes a file, in a folder too, ends here.
      remove: (file) => removeUnlessUsed(context.strapi, lockContent, [file], () => service.remove(file)),
      updateFileInfo: (id, info, options) => service.updateFileInfo(id, withCleanName(info), options),
      // Strapi would keep the file's name, and readers' browsers keep what has that name for a year.
      async replace() {
        throw new errors.ApplicationError(
          'A picture can’t be replaced, because readers’ browsers may still have the old one. Upload the new picture and choose it instead; you can save a cropped picture as a duplicate.',
        );
      },
    };
  };
  const folderFiles = plugin.controllers['admin-folder-file'];
  plugin.controllers['admin-folder-file'] = ({ strapi }) => {
    const controller = typeof folderFiles === 'function' ? folderFiles({ strapi }) : folderFiles;
    return {
      ...controller,
      // Strapi deletes the files first and then one folder after the other: here, nothing where something is refused.
      deleteMany: async (ctx) =>
        removeUnlessUsed(strapi, lockContent, await filesToDelete(strapi, ctx), () => controller.deleteMany(ctx)),
    };
  };
  return plugin;
};
