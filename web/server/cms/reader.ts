import type { CacheTag } from 'shared';
import type { z } from 'zod';
import { cmsError, issuePaths, whyNoResponse } from './errors';
import type { KeepOptions } from './kept-responses';
import type { ClientOptions, CmsResponse } from './transport';

/**
 * Returns what reads one response of the CMS; the tags are reported before its request is sent. It throws an h3 error,
 * and logs why.
 */
export function createReader({ get, onTags, onFailure, warn }: ClientOptions) {
  return async function read<T extends z.ZodType>(
    tags: readonly CacheTag[],
    schema: T,
    path: string,
  ): Promise<z.infer<T>> {
    onTags(tags);
    // Without the number of a certificate: with it, anybody who reads the log could find out whose it is.
    const loggedPath = path.split('?')[0]?.replace(/^(\/api\/certificates)\/.+/, '$1/…');
    const response = await get(path).catch((error: unknown): CmsResponse => {
      warn(`The CMS did not respond to ${loggedPath}: ${whyNoResponse(error)}`);
      return { status: 503, body: null };
    });
    if (response.status !== 200) {
      if ([401, 403].includes(response.status))
        warn(`The CMS rejects ${loggedPath} (${response.status}): is WEB_TOKEN the same for the site and the CMS?`);
      const error = cmsError(response.status);
      if (error.statusCode === 503) onFailure();
      throw error;
    }
    const parsed = schema.safeParse(response.body);
    if (parsed.success) return parsed.data;
    warn(`The CMS’s response to ${loggedPath} does not match the contract, at: ${issuePaths(parsed.error)}`);
    onFailure();
    throw cmsError(503);
  };
}

export type Reader = ReturnType<typeof createReader>;

/** Reads what nearly every page needs, from what is kept of it if that is current. */
export const createKeptReader = (read: Reader, { keep, onTags }: ClientOptions) =>
  function readKept<T extends z.ZodType>(
    tags: readonly CacheTag[],
    schema: T,
    path: string,
    options?: KeepOptions<z.infer<T>>,
  ): Promise<z.infer<T>> {
    onTags(tags);
    return keep(path, tags, () => read(tags, schema, path), options);
  };

export type KeptReader = ReturnType<typeof createKeptReader>;
