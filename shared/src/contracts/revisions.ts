import { z } from 'zod';
import { one } from './envelope.js';

/** What is counted: each committed change adds one to its kind. Redirects are counted with what they lead to. */
export const revisionKinds = ['posts', 'topics', 'authors', 'pages', 'practice', 'media'] as const;
export type RevisionKind = (typeof revisionKinds)[number];

export const revisions = z.record(z.enum(revisionKinds), z.number().int().min(0));
export type Revisions = z.infer<typeof revisions>;

/** GET /api/revisions -> 200 */
export const revisionsResponse = one(revisions);
export type RevisionsResponse = z.infer<typeof revisionsResponse>;

/** Which kinds an answer is made of: it can't have changed while these numbers are the same. */
export const answerKinds = {
  practice: ['practice', 'pages', 'media'],
  posts: ['posts', 'topics', 'authors', 'media'],
  post: ['posts', 'topics', 'authors', 'media'],
  topics: ['topics', 'posts'],
  page: ['pages', 'media'],
  redirect: ['posts', 'topics', 'pages'],
  addresses: ['posts', 'topics', 'pages'],
} as const satisfies Record<string, readonly RevisionKind[]>;
