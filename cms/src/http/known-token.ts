import type { Core } from '@strapi/strapi';
import { extendService } from './extend-admin';

/** How long another process may take a token as known after it was revoked, in milliseconds; this one knows at once. */
const knownForMs = 5_000;

interface TokenService {
  getByAccessKey: (hash: string, options?: object) => Promise<object | null>;
}

/**
 * Looks the site's token up once in a few seconds instead of with four statements a request. A token that is not found
 * is looked up every time, so that a new one works at once.
 */
export const keepKnownToken = (strapi: Core.Strapi): void => {
  let known: { hash: string; token: object; until: number } | null = null;
  const forget = (): void => {
    known = null;
  };
  extendService<TokenService>(strapi, 'admin::api-token-content-api', ({ getByAccessKey }) => ({
    getByAccessKey: async (hash, options) => {
      if (options !== undefined) return getByAccessKey(hash, options);
      if (known !== null && known.hash === hash && performance.now() < known.until) return known.token;
      const token = await getByAccessKey(hash);
      known = token === null ? null : { hash, token, until: performance.now() + knownForMs };
      return token;
    },
  }));
  strapi.db.lifecycles.subscribe({
    models: ['admin::api-token', 'admin::api-token-permission'],
    afterCreate: forget,
    afterUpdate: forget,
    afterUpdateMany: forget,
    afterDelete: forget,
    afterDeleteMany: forget,
  });
};
