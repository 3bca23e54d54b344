import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useMemo } from 'react';
import { z } from 'zod';
import type { StoredImage } from './schema';

/** A picture of the media library, with everything that is stored of it in a text. */
const picture = z.object({
  id: z.number(),
  name: z.string(),
  alternativeText: z.string().nullable(),
  url: z.string(),
  caption: z.string().nullable(),
  width: z.number(),
  height: z.number(),
  formats: z.record(z.string(), z.unknown()).nullable(),
  hash: z.string(),
  ext: z.string(),
  mime: z.string(),
  size: z.number(),
  previewUrl: z.string().nullable(),
  provider: z.string(),
  provider_metadata: z.unknown(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Picture = z.output<typeof picture>;

const listed = z.object({ results: z.array(z.unknown()), pagination: z.object({ pageCount: z.number() }) });

/** What is said about a picture: to those who can't see it, and below it. */
export interface Words {
  readonly description: string;
  readonly caption: string;
}

/** Returns a picture as Strapi's own editor stores it: without its id, with the whole address of its file. */
export const storedPicture = (file: Picture): StoredImage => ({
  ...Object.fromEntries(Object.entries(file).filter(([name]) => name !== 'id')),
  hash: file.hash,
  url: new URL(file.url, window.location.origin).href,
  provider_metadata: file.provider_metadata ?? null,
});

/** Returns the pictures among files: with a size, which drawings in other formats lack. */
const picturesOf = (files: readonly unknown[]): Picture[] =>
  files.flatMap((file) => {
    const parsed = picture.safeParse(file);
    return parsed.success ? [parsed.data] : [];
  });

const infoOf = (name: string, { description, caption }: Words) => ({
  name,
  alternativeText: description.trim(),
  caption: caption.trim() === '' ? null : caption.trim(),
});

const failure = z.object({ message: z.string(), status: z.number() }).partial();

/** Returns a sentence about an upload that failed: the server's own where it wrote one. */
export const uploadError = (error: unknown): string => {
  const { message, status } = failure.safeParse(error).data ?? {};
  if (status === 413) return 'This picture is too large. Make it smaller and try again.';
  if (status === 400 && message) return message;
  return 'The picture was not stored. What you typed is still here: please try again in a moment.';
};

/** Returns what the media library can be asked for: to list its pictures, and to add and describe one. */
export const usePictures = () => {
  const { get, post, put } = useFetchClient();
  const list = useCallback(
    async (search: string, page: number): Promise<{ pictures: Picture[]; hasMore: boolean }> => {
      const { data } = await get<unknown>('/upload/files', {
        params: {
          page,
          pageSize: 12,
          sort: 'createdAt:DESC',
          filters: { $and: [{ mime: { $contains: 'image' } }] },
          ...(search !== '' && { _q: search }),
        },
      });
      const { results, pagination } = listed.parse(data);
      return { pictures: picturesOf(results), hasMore: page < pagination.pageCount };
    },
    [get],
  );
  const find = useCallback(
    async (hash: string, ext: string): Promise<Picture | null> => {
      const filters = { $and: [{ url: { $endsWith: `${hash}${ext}` } }] };
      const { data } = await get<unknown>('/upload/files', { params: { page: 1, pageSize: 1, filters } });
      return picturesOf(listed.parse(data).results)[0] ?? null;
    },
    [get],
  );
  const add = useCallback(
    async (file: File, words: Words): Promise<Picture> => {
      const form = new FormData();
      form.append('files', file);
      form.append('fileInfo', JSON.stringify(infoOf(file.name, words)));
      const { data } = await post<unknown>('/upload', form);
      return picture.parse(z.array(z.unknown()).parse(data)[0]);
    },
    [post],
  );
  const describe = useCallback(
    async ({ id, name }: Picture, words: Words): Promise<Picture> => {
      const { data } = await put<unknown>(`/upload/files/${id}`, { fileInfo: infoOf(name, words) });
      return picture.parse(data);
    },
    [put],
  );
  return useMemo(() => ({ list, find, add, describe }), [list, find, add, describe]);
};
