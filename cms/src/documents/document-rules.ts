import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { settingsOf } from '#src/settings';
import { type Attributes, cleanTyped } from './clean-content';

/** The content types whose documents readers see. */
export const contentUids = [
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

/**
 * One write to one document, as Strapi's document service was asked to do it. `params` may be replaced before `next()`.
 */
export interface Change {
  readonly uid: ContentUid;
  readonly action: Write;
  params: { documentId?: string; status?: string; data?: Record<string, unknown>; [other: string]: unknown };
}

/**
 * Runs around a change and returns the result of `next()`. The middleware that is registered first is the outermost.
 */
export type ChangeMiddleware = (change: Change, next: () => Promise<unknown>) => Promise<unknown>;

/** Cleans what is typed into content before any other rule sees it. */
const cleanTypedContent =
  (strapi: Core.Strapi): ChangeMiddleware =>
  (change, next) => {
    const { uid, params } = change;
    const components = { ...strapi.components } as unknown as Record<string, { attributes: Attributes } | undefined>;
    const data = cleanTyped(params.data, strapi.contentType(uid).attributes, components, settingsOf(strapi));
    if (data !== undefined) change.params = { ...params, data };
    return next();
  };

const isOneOf = <T extends string>(list: readonly T[], value: string): value is T =>
  (list as readonly string[]).includes(value);

/** Registers a middleware for every write to the content that readers see. */
const onChange = (strapi: Core.Strapi, middleware: ChangeMiddleware): void => {
  strapi.documents.use((context, next) =>
    isOneOf(contentUids, context.uid) && isOneOf(writes, context.action)
      ? // Strapi types `context` as a union over every type and action; the rules here need only what all writes share.
        (middleware(context as unknown as Change, next) as ReturnType<typeof next>)
      : next(),
  );
};

export type DraftedUid = 'api::post.post' | 'api::page.page' | 'api::workshop.workshop';

/** Returns whether a type has drafts; documents of the others are public as soon as they are saved. */
export const hasDrafts = (uid: ContentUid): uid is DraftedUid =>
  uid === 'api::post.post' || uid === 'api::page.page' || uid === 'api::workshop.workshop';

/** The phases, from the outermost: a rule sees the change as the rules of earlier phases left it. */
const phases = [
  /** One change at a time, stored completely or not at all. */
  'transaction',
  /** What a form sends that shows an older revision is refused. */
  'revision',
  /** `create` and `update` with status `published` become two changes. */
  'publish',
  'copy',
  'validate',
  'complete',
  'slug',
  'check-before-publishing',
  'date',
  'redirect',
  /** Inside it, rows of features are locked before the versions of cache tags are, as in every other transaction. */
  'cache-tag',
  'store',
] as const;

/** A rule about documents of some types, and the phase in which it runs. */
export interface DocumentRule {
  readonly phase: (typeof phases)[number];
  readonly rule: (strapi: Core.Strapi) => ChangeMiddleware;
}

/** Registers rules by phase, within a phase in the order given; must be called in `register`. */
export const registerDocumentRules = (strapi: Core.Strapi, rules: readonly DocumentRule[]): void => {
  for (const phase of phases) {
    for (const { rule } of rules.filter((one) => one.phase === phase)) onChange(strapi, rule(strapi));
  }
};

/**
 * Splits a `create` or `update` with status `published` in two, save the draft and publish it, because it would bypass
 * every rule about `publish`.
 */
const splitPublishing =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async (change, next) => {
    const { uid, action, params } = change;
    if (!hasDrafts(uid) || (action !== 'create' && action !== 'update') || params.status !== 'published') return next();
    change.params = { ...params, status: 'draft' };
    const draft = (await next()) as { documentId: string } | null;
    if (draft === null) return draft;
    const { entries } = await strapi.documents(uid).publish({ documentId: draft.documentId });
    return entries[0];
  };

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '23505' || error.code === 'SQLITE_CONSTRAINT_UNIQUE');

/**
 * Runs one change at a time, each in one transaction: what a rule reads (is this slug free? what was public until now?)
 * is still true when it writes, on PostgreSQL too and beside the importer, which is another process.
 */
const writeOneAtATime =
  (strapi: Core.Strapi, lockContent: (uow: UnitOfWork) => Promise<unknown>): ChangeMiddleware =>
  async (_change, next) => {
    try {
      return await inTransaction(strapi, async (uow) => {
        await lockContent(uow);
        return next();
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new errors.ValidationError('Something else took this address at the same moment. Please save again.');
    }
  };

/** The rules for documents of every type. `lockContent` waits until no other transaction is changing content. */
export const documentRules = (lockContent: (uow: UnitOfWork) => Promise<unknown>): readonly DocumentRule[] => [
  { phase: 'transaction', rule: (strapi) => writeOneAtATime(strapi, lockContent) },
  { phase: 'publish', rule: splitPublishing },
  { phase: 'publish', rule: cleanTypedContent },
];
