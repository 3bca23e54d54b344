import type { CacheTag } from 'shared';
import { type Clock, hasSameVersions, type TagVersions, type VersionPoller } from '#server/page-cache/tag-versions';

/**
 * Returns what was read before from a path of the CMS, as long as it cannot have changed; otherwise reads it. `orOld`:
 * when that fails, an older response is better than none. `until`: when the clock alone changes it (ISO 8601).
 */
export type KeepResponse = <T>(
  path: string,
  tags: readonly CacheTag[],
  read: () => Promise<T>,
  options?: KeepOptions<T>,
) => Promise<T>;

export interface KeepOptions<T> {
  orOld?: boolean;
  until?: (response: T) => string | null;
}

interface Kept {
  /** The versions of its tags that were known before it was requested: it is at least as new. */
  versions: TagVersions;
  response: unknown;
  /** Milliseconds since 1970. */
  until: number;
}

/**
 * Keeps what nearly every page needs and hardly ever changes, such as the practice, so that rendering a page costs the
 * CMS one request less. What is kept is shared by pages: nobody may change it.
 */
export function createKeptResponses(poller: Pick<VersionPoller, 'versions' | 'isCurrent'>, now: Clock): KeepResponse {
  const all = new Map<string, Kept>();
  async function readAnew<T>(
    path: string,
    tags: readonly CacheTag[],
    read: () => Promise<T>,
    until: KeepOptions<T>['until'],
  ): Promise<T> {
    const { versions } = poller;
    const response = await read();
    const ofTags = tags.map((tag) => [tag, versions?.[tag]] as const);
    if (ofTags.every((of): of is [CacheTag, number] => of[1] !== undefined))
      all.set(path, {
        versions: Object.fromEntries(ofTags),
        response,
        until: Date.parse(until?.(response) ?? '') || Infinity,
      });
    return response;
  }
  return async <T>(path: string, tags: readonly CacheTag[], read: () => Promise<T>, options: KeepOptions<T> = {}) => {
    const kept = all.get(path);
    const { versions, isCurrent } = poller;
    if (kept && versions && isCurrent && now() < kept.until && hasSameVersions(kept.versions, versions))
      return kept.response as T;
    const reading = readAnew(path, tags, read, options.until);
    return kept && options.orOld ? reading.catch(() => kept.response as T) : reading;
  };
}
