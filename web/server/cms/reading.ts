import {
  type AddressesResponse,
  addressesResponse,
  answerKinds,
  calendarResponse,
  type Certificate,
  certificateNumber,
  commentNumber,
  type CommentPlace,
  commentPlaceResponse,
  type FullPostsResponse,
  fullPostsResponse,
  type LatestCommentsResponse,
  latestCommentsResponse,
  type Page,
  pageResponse,
  type Post,
  postResponse,
  type PostsQuery,
  type PostsResponse,
  postsResponse,
  type Practice,
  practiceResponse,
  type RedirectResponse,
  redirectResponse,
  type RevisionKind,
  sitePath,
  slug as slugShape,
  type ThreadsResponse,
  threadsResponse,
  type Topic,
  topicsResponse,
  verifiedResponse,
  type WorkshopResponse,
  workshopResponse,
  type WorkshopsQuery,
  type WorkshopsResponse,
  workshopsResponse,
} from 'shared';
import type { z } from 'zod';
import type { ClientParts } from './client';
import { cmsError } from './errors';
import type { CmsAnswer } from './transport';

/** What a page asks for. Each call throws an h3 error: see `Cms`. */
export interface CmsReading {
  practice(): Promise<Practice>;
  posts(query?: Omit<PostsQuery, 'full'>): Promise<PostsResponse>;
  fullPosts(query?: Omit<PostsQuery, 'full'>): Promise<FullPostsResponse>;
  post(slug: string): Promise<Post>;
  topics(): Promise<Topic[]>;
  page(slug: string): Promise<Page>;
  redirect(path: string): Promise<RedirectResponse['data']>;
  addresses(): Promise<AddressesResponse['data']>;
  /** One page of what readers wrote under a post, from 1. */
  threads(slug: string, page: number): Promise<ThreadsResponse>;
  /** Where a comment is read, by its public number. */
  commentPlace(number: number): Promise<CommentPlace>;
  latestComments(slug: string): Promise<LatestCommentsResponse['data']>;
  workshops(query?: WorkshopsQuery): Promise<WorkshopsResponse>;
  workshop(slug: string): Promise<WorkshopResponse>;
  /** One workshop as a file of iCalendar (RFC 5545). */
  workshopCalendar(slug: string): Promise<string>;
  /** All workshops as one. */
  calendar(): Promise<string>;
  /** What a certificate says, by the number that stands on it. */
  certificate(number: string): Promise<Certificate>;
}

function searchOf(query: Record<string, unknown>): string {
  const given = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, String(value)]);
  const search = new URLSearchParams(given).toString();
  return search && `?${search}`;
}

function reader({ ask, uses, failed, warn }: ClientParts) {
  return async function read<T extends z.ZodType>(
    kinds: readonly RevisionKind[],
    shape: T,
    path: string,
  ): Promise<z.infer<T>> {
    uses(kinds);
    // Whose certificate it is can be found out by its number: a log needn't know it.
    const place = path.split('?')[0]?.replace(/^(\/api\/certificates)\/.+/, '$1/…');
    const answer = await ask(path).catch((reason: unknown): CmsAnswer => {
      warn(`The CMS did not answer ${place}: ${reason instanceof Error ? reason.message : String(reason)}`);
      return { status: 503, body: null };
    });
    if (answer.status !== 200) {
      if ([401, 403].includes(answer.status))
        warn(`The CMS refuses ${place} (${answer.status}): is WEB_TOKEN the same on both sides?`);
      const problem = cmsError(answer.status);
      if (problem.statusCode === 503) failed();
      throw problem;
    }
    const parsed = shape.safeParse(answer.body);
    if (parsed.success) return parsed.data;
    const where = parsed.error.issues
      .map((issue) => issue.path.join('.'))
      .slice(0, 5)
      .join(', ');
    warn(`The CMS answered ${place} with something else than agreed, at: ${where}`);
    failed();
    throw cmsError(503);
  };
}

const named = (slug: string): string => {
  if (!slugShape.safeParse(slug).success) throw cmsError(404);
  return slug;
};

const numbered = (number: number): number => {
  if (!commentNumber.safeParse(number).success) throw cmsError(404);
  return number;
};

const threadKinds = (slug: string): readonly RevisionKind[] => [...answerKinds.threads, `thread:${slug}`];

/** The reading half of a client: what it asks becomes known to `parts.uses` before the question is sent. */
export function cmsReading(parts: ClientParts): CmsReading {
  const read = reader(parts);
  return {
    // A site without its practice is not set up yet; for a reader that is no missing page.
    practice: async () =>
      (
        await read(answerKinds.practice, practiceResponse, '/api/practice').catch(() => {
          parts.failed();
          throw cmsError(503);
        })
      ).data,
    posts: (query = {}) => read(answerKinds.posts, postsResponse, `/api/posts${searchOf(query)}`),
    fullPosts: (query = {}) =>
      read(answerKinds.posts, fullPostsResponse, `/api/posts${searchOf({ ...query, full: 'true' })}`),
    post: async (slug) => (await read(answerKinds.post, postResponse, `/api/posts/${named(slug)}`)).data,
    topics: async () => (await read(answerKinds.topics, topicsResponse, '/api/topics')).data,
    page: async (slug) => (await read(answerKinds.page, pageResponse, `/api/pages/${named(slug)}`)).data,
    redirect: async (path) => {
      if (!sitePath.safeParse(path).success) throw cmsError(404);
      return (await read(answerKinds.redirect, redirectResponse, `/api/redirects${searchOf({ path })}`)).data;
    },
    addresses: async () => (await read(answerKinds.addresses, addressesResponse, '/api/addresses')).data,
    threads: async (slug, page) =>
      read(threadKinds(named(slug)), threadsResponse, `/api/posts/${slug}/comments${searchOf({ page })}`),
    commentPlace: async (number) =>
      (await read(answerKinds.threads, commentPlaceResponse, `/api/comments/${numbered(number)}`)).data,
    workshops: (query = {}) => read(answerKinds.workshops, workshopsResponse, `/api/workshops${searchOf(query)}`),
    workshop: async (slug) => read(answerKinds.workshop, workshopResponse, `/api/workshops/${named(slug)}`),
    workshopCalendar: async (slug) =>
      (await read(answerKinds.calendar, calendarResponse, `/api/workshops/${named(slug)}/calendar`)).data.ics,
    calendar: async () => (await read(answerKinds.calendar, calendarResponse, '/api/workshop-calendar')).data.ics,
    certificate: async (number) => {
      const known = certificateNumber.safeParse(number);
      if (!known.success) throw cmsError(404);
      return (await read(answerKinds.certificate, verifiedResponse, `/api/certificates/${known.data}`)).data;
    },
    latestComments: async (slug) =>
      (await read(threadKinds(named(slug)), latestCommentsResponse, `/api/posts/${slug}/latest-comments`)).data,
  };
}
