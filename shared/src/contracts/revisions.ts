import { z } from 'zod';
import { one } from './envelope.js';

/** What is counted: each committed change adds one to its kind. Redirects are counted with what they lead to; `places` when a page says otherwise how full a workshop is. */
export const revisionKinds = [
  'posts',
  'topics',
  'authors',
  'pages',
  'practice',
  'media',
  'workshops',
  'places',
] as const;
type ContentKind = (typeof revisionKinds)[number];
/** `thread:<slug>` counts the changes of one post's comments. */
export type RevisionKind = ContentKind | `thread:${string}`;

const count = z.number().int().min(0);
const ofContent = z.object(
  Object.fromEntries(revisionKinds.map((kind) => [kind, count])) as Record<ContentKind, typeof count>,
);

/** Every kind of content, and the threads that changed within the last hour: there may be as many threads as posts. */
export const revisions = ofContent.and(z.record(z.string(), count));
export type Revisions = Readonly<Record<ContentKind, number> & Record<string, number>>;

/** GET /api/revisions -> 200 */
export const revisionsResponse = one(revisions);
export type RevisionsResponse = z.infer<typeof revisionsResponse>;

/** Which kinds an answer is made of: it can't have changed while these numbers are the same. */
export const answerKinds = {
  practice: ['practice', 'pages', 'media'],
  posts: ['posts', 'topics', 'authors', 'media'],
  post: ['posts', 'topics', 'authors', 'media', 'workshops'],
  topics: ['topics', 'posts'],
  page: ['pages', 'media'],
  redirect: ['posts', 'topics', 'pages', 'workshops'],
  addresses: ['posts', 'topics', 'pages', 'workshops'],
  workshops: ['workshops', 'places', 'media'],
  workshop: ['workshops', 'places', 'authors', 'practice', 'media'],
  calendar: ['workshops', 'places'],
  certificate: [],
  /** And `thread:<slug>`. */
  threads: ['posts', 'practice'],
} as const satisfies Record<string, readonly RevisionKind[]>;
