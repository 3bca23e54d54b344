import {
  type CacheTag,
  calendarResponse,
  type CallPage,
  callPageResponse,
  type Certificate,
  certificateNumber,
  type CommentLocation,
  commentLocationResponse,
  commentNumber,
  type ContactPage,
  contactPageResponse,
  currentCredentials,
  type FullPostsResponse,
  fullPostsResponse,
  type LatestCommentsResponse,
  latestCommentsResponse,
  type Page,
  pageResponse,
  type PostResponse,
  postResponse,
  type PostsQuery,
  type PostsResponse,
  postsResponse,
  type PostSummary,
  type Practice,
  practiceResponse,
  type RedirectResponse,
  redirectResponse,
  responseTags,
  type SitemapResponse,
  sitemapResponse,
  sitePath,
  slug as slugSchema,
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
import { cmsError } from './errors';
import { createKeptReader, createReader, type KeptReader, type Reader } from './reader';
import type { ClientOptions } from './transport';

/** What this process knows of the site: null or nothing of what it has never read. */
export interface KnownSite {
  practice: Practice | null;
  topics: readonly Topic[];
  latest: readonly PostSummary[];
}

/** What a page can read. Each call throws an h3 error: see `Cms`. */
export interface CmsQueries {
  practice(): Promise<Practice>;
  /** Never throws: what error pages show of the site, as it was last read while the CMS is unavailable. */
  known(): Promise<KnownSite>;
  posts(query?: Omit<PostsQuery, 'full'>): Promise<PostsResponse>;
  fullPosts(query?: Omit<PostsQuery, 'full'>): Promise<FullPostsResponse>;
  /** A post with one page of the comments under it; `comments` counts from 1. */
  post(slug: string, comments: number): Promise<PostResponse>;
  topics(): Promise<Topic[]>;
  page(slug: string): Promise<Page>;
  redirect(path: string): Promise<RedirectResponse['data']>;
  sitemap(): Promise<SitemapResponse['data']>;
  /** One page of the comments under a post; `page` counts from 1. */
  threads(slug: string, page: number): Promise<ThreadsResponse>;
  /** Where a comment is shown, by its public number. */
  commentLocation(number: number): Promise<CommentLocation>;
  latestComments(slug: string): Promise<LatestCommentsResponse['data']>;
  workshops(query?: WorkshopsQuery): Promise<WorkshopsResponse>;
  workshop(slug: string): Promise<WorkshopResponse>;
  /** The same as it was known at the last poll: for a form, which is checked again when it is sent. */
  knownWorkshop(slug: string): Promise<WorkshopResponse>;
  /** The sessions of one workshop as an iCalendar file (RFC 5545). */
  workshopCalendar(slug: string): Promise<string>;
  /** All workshops in one iCalendar file. */
  workshopsCalendar(): Promise<string>;
  /** What the contact page says, as it was known at the last poll. */
  contactPage(): Promise<ContactPage>;
  /** What can be booked, as it was known at the last poll. */
  callPage(): Promise<CallPage>;
  /** The same as it is now. */
  currentCallPage(): Promise<CallPage>;
  /** The certificate with the number that is printed on it. */
  certificate(number: string): Promise<Certificate>;
}

function queryString(query: Record<string, unknown>): string {
  const given = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, String(value)]);
  const search = new URLSearchParams(given).toString();
  return search && `?${search}`;
}

/** Returns the slug, or throws 404 for anything that cannot be one. */
function validSlug(slug: string): string {
  if (!slugSchema.safeParse(slug).success) throw cmsError(404);
  return slug;
}

function validCommentNumber(number: number): number {
  if (!commentNumber.safeParse(number).success) throw cmsError(404);
  return number;
}

const threadTags = (slug: string): readonly CacheTag[] => [...responseTags.threads, `thread:${slug}`];

const latestPosts = 3;

/**
 * Returns the practice without the credentials that have lapsed: they leave every page by themselves, because every
 * page gets the practice from here and ends when the next one lapses.
 */
const currentPractice = (practice: Practice, { onChangesAt }: ClientOptions): Practice => {
  const { current, changesAt } = currentCredentials(practice.credentials, practice.timeZone, Date.now());
  onChangesAt(changesAt);
  return { ...practice, credentials: current };
};

async function readKnown(readKept: KeptReader, client: ClientOptions): Promise<KnownSite> {
  const options = { orOld: true };
  const [practice, topics, latest] = await Promise.all([
    readKept(responseTags.practice, practiceResponse, '/api/practice', options).catch(() => null),
    readKept(responseTags.topics, topicsResponse, '/api/topics', options).catch(() => null),
    readKept(responseTags.posts, postsResponse, `/api/posts?pageSize=${latestPosts}`, options).catch(() => null),
  ]);
  return {
    practice: practice && currentPractice(practice.data, client),
    topics: topics?.data ?? [],
    latest: latest?.data ?? [],
  };
}

type WorkshopQueries = Pick<
  CmsQueries,
  'workshops' | 'workshop' | 'knownWorkshop' | 'workshopCalendar' | 'workshopsCalendar'
>;

const workshopPath = (slug: string) => `/api/workshops/${validSlug(slug)}`;

const workshopQueries = (read: Reader, readKept: KeptReader): WorkshopQueries => ({
  workshops: (query = {}) => read(responseTags.workshops, workshopsResponse, `/api/workshops${queryString(query)}`),
  workshop: async (slug) => read(responseTags.workshop, workshopResponse, workshopPath(slug)),
  knownWorkshop: async (slug) =>
    readKept(responseTags.workshop, workshopResponse, workshopPath(slug), { until: ({ meta }) => meta.changesAt }),
  workshopCalendar: async (slug) =>
    (await read(responseTags.calendar, calendarResponse, `${workshopPath(slug)}/calendar`)).data.ics,
  workshopsCalendar: async () =>
    (await read(responseTags.calendar, calendarResponse, '/api/workshop-calendar')).data.ics,
});

const callQueries = (read: Reader, readKept: KeptReader): Pick<CmsQueries, 'callPage' | 'currentCallPage'> => ({
  callPage: async () => {
    const options = { until: ({ data }: { data: CallPage }) => data.changesAt };
    return (await readKept(responseTags.calls, callPageResponse, '/api/calls', options)).data;
  },
  currentCallPage: async () => (await read(responseTags.calls, callPageResponse, '/api/calls')).data,
});

/** Returns the queries of a client; the tags of each are reported before its request is sent. */
export function cmsQueries(options: ClientOptions): CmsQueries {
  const read = createReader(options);
  const readKept = createKeptReader(read, options);
  return {
    // Without a practice the site has not been set up: 503 rather than 404.
    practice: async () => {
      const { data } = await readKept(responseTags.practice, practiceResponse, '/api/practice').catch(() => {
        options.onFailure();
        throw cmsError(503);
      });
      return currentPractice(data, options);
    },
    known: () => readKnown(readKept, options),
    posts: async (query = {}) => {
      const response = await read(responseTags.posts, postsResponse, `/api/posts${queryString(query)}`);
      options.onTags(response.data.map((post): CacheTag => `thread:${post.slug}`));
      return response;
    },
    fullPosts: (query = {}) =>
      read(responseTags.posts, fullPostsResponse, `/api/posts${queryString({ ...query, full: 'true' })}`),
    post: async (slug, comments) => {
      const tags = [...responseTags.post, ...threadTags(validSlug(slug))];
      return read(tags, postResponse, `/api/posts/${slug}${queryString({ comments })}`);
    },
    topics: async () => (await readKept(responseTags.topics, topicsResponse, '/api/topics')).data,
    page: async (slug) => (await read(responseTags.page, pageResponse, `/api/pages/${validSlug(slug)}`)).data,
    redirect: async (path) => {
      if (!sitePath.safeParse(path).success) throw cmsError(404);
      return (await read(responseTags.redirect, redirectResponse, `/api/redirects${queryString({ path })}`)).data;
    },
    sitemap: async () => (await read(responseTags.sitemap, sitemapResponse, '/api/sitemap')).data,
    threads: async (slug, page) =>
      read(threadTags(validSlug(slug)), threadsResponse, `/api/posts/${slug}/comments${queryString({ page })}`),
    commentLocation: async (number) =>
      (await read(responseTags.threads, commentLocationResponse, `/api/comments/${validCommentNumber(number)}`)).data,
    ...workshopQueries(read, readKept),
    contactPage: async () => {
      const options = { until: ({ data }: { data: ContactPage }) => data.changesAt };
      return (await readKept(responseTags.contact, contactPageResponse, '/api/contact', options)).data;
    },
    ...callQueries(read, readKept),
    certificate: async (number) => {
      const known = certificateNumber.safeParse(number);
      if (!known.success) throw cmsError(404);
      return (await read(responseTags.certificate, verifiedResponse, `/api/certificates/${known.data}`)).data;
    },
    latestComments: async (slug) =>
      (await read(threadTags(validSlug(slug)), latestCommentsResponse, `/api/posts/${slug}/latest-comments`)).data,
  };
}
