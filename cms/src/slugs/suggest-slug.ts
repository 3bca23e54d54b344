import type { Core } from '@strapi/strapi';
import { extendService } from '#src/http/extend-admin';
import { hasSlug, slugFrom, slugSources } from './slugs';

interface Wish {
  contentTypeUID: string;
  field: string;
  data: Readonly<Record<string, unknown>>;
  locale?: string;
}

interface UidService {
  generateUIDField: (wish: Wish) => Promise<string>;
  findUniqueUID: (wish: Omit<Wish, 'data'> & { value: string }) => Promise<string>;
}

/**
 * Makes the address that the admin suggests for a title as slugs are made here: Strapi's own way leaves nothing of most
 * alphabets.
 */
export const suggestSlugs = (strapi: Core.Strapi): void => {
  extendService<UidService>(strapi, 'plugin::content-manager.uid', ({ findUniqueUID }) => ({
    generateUIDField: ({ contentTypeUID: uid, field, data, locale }) => {
      if (!hasSlug(uid)) throw new Error(`Nothing of ${uid} has an address.`);
      const source = slugSources[uid];
      const title = data[source.field];
      const value = slugFrom(typeof title === 'string' ? title : '') || source.fallback;
      return findUniqueUID({ contentTypeUID: uid, field, value, ...(locale !== undefined && { locale }) });
    },
  }));
};
