import {
  addressesResponse, answerKinds, fullPostsResponse, pageResponse, postResponse, postsResponse, practiceResponse, redirectResponse, sitePath,
  slug as slugShape, topicsResponse, type AddressesResponse, type FullPostsResponse, type Page, type Post, type PostsQuery, type PostsResponse,
  type Practice, type RedirectResponse, type RevisionKind, type Topic,
} from 'shared';
import type { z } from 'zod';
import { cmsError } from './errors';
import type { AskCms, CmsAnswer } from './transport';

/**
 * The CMS as one rendering sees it. Each call throws an h3 error: 404 when there is no such thing, 400, 409 or 429 where the
 * contract names them, and 503 when the CMS can't be asked or answers something else than the contract says.
 */
export interface Cms {
  practice(): Promise<Practice>;
  posts(query?: Omit<PostsQuery, 'full'>): Promise<PostsResponse>;
  fullPosts(query?: Omit<PostsQuery, 'full'>): Promise<FullPostsResponse>;
  post(slug: string): Promise<Post>;
  topics(): Promise<Topic[]>;
  page(slug: string): Promise<Page>;
  redirect(path: string): Promise<RedirectResponse['data']>;
  addresses(): Promise<AddressesResponse['data']>;
}

export interface ClientParts {
  ask: AskCms;
  /** Told before each question which kinds of content its answer is made of. */
  uses: (kinds: readonly RevisionKind[]) => void;
  /** Told when the CMS owed an answer and gave none that can be used. */
  failed: () => void;
  /** Told why an answer could not be used; the reader isn't. */
  warn: (words: string) => void;
}

function searchOf(query: Record<string, unknown>): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)]);
  const search = new URLSearchParams(given).toString();
  return search && `?${search}`;
}

function reader({ ask, uses, failed, warn }: ClientParts) {
  return async function read<T extends z.ZodType>(kinds: keyof typeof answerKinds, shape: T, path: string): Promise<z.infer<T>> {
    uses(answerKinds[kinds]);
    const place = path.split('?')[0];
    const answer = await ask(path).catch((reason: unknown): CmsAnswer => {
      warn(`The CMS did not answer ${place}: ${reason instanceof Error ? reason.message : String(reason)}`);
      return { status: 503, body: null };
    });
    if (answer.status !== 200) {
      if ([401, 403].includes(answer.status)) warn(`The CMS refuses ${place} (${answer.status}): is WEB_TOKEN the same on both sides?`);
      const problem = cmsError(answer.status);
      if (problem.statusCode === 503) failed();
      throw problem;
    }
    const parsed = shape.safeParse(answer.body);
    if (parsed.success) return parsed.data;
    const where = parsed.error.issues.map((issue) => issue.path.join('.')).slice(0, 5).join(', ');
    warn(`The CMS answered ${place} with something else than agreed, at: ${where}`);
    failed();
    throw cmsError(503);
  };
}

/** A client for one rendering, so that `uses` knows what this page, and no other, is made of. */
export function cmsClient(parts: ClientParts): Cms {
  const read = reader(parts);
  const named = (slug: string): string => {
    if (!slugShape.safeParse(slug).success) throw cmsError(404);
    return slug;
  };
  return {
    // A site without its practice is not set up yet; for a reader that is no missing page.
    practice: async () => (await read('practice', practiceResponse, '/api/practice').catch(() => {
      parts.failed();
      throw cmsError(503);
    })).data,
    posts: (query = {}) => read('posts', postsResponse, `/api/posts${searchOf(query)}`),
    fullPosts: (query = {}) => read('posts', fullPostsResponse, `/api/posts${searchOf({ ...query, full: 'true' })}`),
    post: async (slug) => (await read('post', postResponse, `/api/posts/${named(slug)}`)).data,
    topics: async () => (await read('topics', topicsResponse, '/api/topics')).data,
    page: async (slug) => (await read('page', pageResponse, `/api/pages/${named(slug)}`)).data,
    redirect: async (path) => {
      if (!sitePath.safeParse(path).success) throw cmsError(404);
      return (await read('redirect', redirectResponse, `/api/redirects${searchOf({ path })}`)).data;
    },
    addresses: async () => (await read('addresses', addressesResponse, '/api/addresses')).data,
  };
}
