import type { Core, UID } from '@strapi/strapi';

/** The types whose documents readers see; everything else (accounts, tokens, files) goes its own way. */
const contentUids = [
  'api::post.post',
  'api::author.author',
  'api::topic.topic',
  'api::page.page',
  'api::practice.practice',
  'api::workshop.workshop',
] as const satisfies readonly UID.ContentType[];
export type ContentUid = (typeof contentUids)[number];

const writes = ['create', 'update', 'clone', 'delete', 'publish', 'unpublish', 'discardDraft'] as const;
export type Write = (typeof writes)[number];

/** One write to one document, as Strapi's document service was asked to do it. `params` may be replaced before `next()`. */
export interface Change {
  readonly uid: ContentUid;
  readonly action: Write;
  params: { documentId?: string; status?: string; data?: Record<string, unknown>; [other: string]: unknown };
}

/** Runs around a change, always returns what `next()` gave. The first that is registered is the outermost. */
export type ChangeMiddleware = (change: Change, next: () => Promise<unknown>) => Promise<unknown>;

const isOneOf = <T extends string>(list: readonly T[], value: string): value is T =>
  (list as readonly string[]).includes(value);

/** Registers a middleware for every write to the content that readers see. */
export const onChange = (strapi: Core.Strapi, middleware: ChangeMiddleware): void => {
  strapi.documents.use((context, next) =>
    isOneOf(contentUids, context.uid) && isOneOf(writes, context.action)
      ? // Strapi types `context` as a union over every type and action; the rules here need only what all writes share.
        (middleware(context as unknown as Change, next) as ReturnType<typeof next>)
      : next(),
  );
};

export type DraftedUid = 'api::post.post' | 'api::page.page' | 'api::workshop.workshop';

/** Whether a type has drafts; documents of the others are public as soon as they are saved. */
export const hasDrafts = (uid: ContentUid): uid is DraftedUid =>
  uid === 'api::post.post' || uid === 'api::page.page' || uid === 'api::workshop.workshop';
