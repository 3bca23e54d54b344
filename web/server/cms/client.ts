import { type CacheTagVersions, cacheTagVersionsResponse, type PurgedTags } from 'shared';
import { type CmsCommands, cmsCommands } from './commands';
import { CmsStatusError } from './errors';
import { type CmsQueries, cmsQueries } from './queries';
import type { ClientOptions, CmsGet } from './transport';

/**
 * The CMS as one rendering sees it. Queries throw an h3 error: 404 when there is no such thing, 400, 409, 422 or 429
 * where the contract names them, and 503 when the CMS does not answer or breaks the contract. Commands return the same
 * in their result.
 */
export type Cms = CmsQueries & CmsCommands;

/** Creates a client for one rendering, so that `onTags` collects the tags of this page and no other. */
export const createCmsClient = (options: ClientOptions): Cms => ({ ...cmsQueries(options), ...cmsCommands(options) });

/**
 * Returns the version of each cache tag, and from what something was deleted for good.
 * @throws when the CMS does not answer or breaks the contract
 */
export async function fetchTagVersions(get: CmsGet): Promise<{ versions: CacheTagVersions; purged: PurgedTags }> {
  const { status, body } = await get('/api/cache-tags');
  if (status !== 200) throw new CmsStatusError(status);
  const { data, meta } = cacheTagVersionsResponse.parse(body);
  return { versions: data, purged: meta.purged };
}
