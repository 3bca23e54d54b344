import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { isRecord, looksTheSame } from 'shared';
import { type OpenedForm, RevisionConflict } from '#src/documents/opened-form';
import { settingsOf } from '#src/settings';
import { type PageKind, pathOf } from '#src/slugs/slugs';

type Context = Parameters<Core.MiddlewareHandler>[0];
type Middleware = (ctx: Context, next: () => Promise<void>) => Promise<void>;

/** The routes at which forms save and publish one document. */
const formRoutes =
  /^(?:POST|PUT) \/content-manager\/(?:collection|single)-types\/:model(?:\/:id)?(?:\/actions\/publish)?$/;

/** Whether a route is one at which forms of the content manager save or publish. */
export const isFormRoute = (address: string): boolean => formRoutes.test(address);

const keyPattern = /^[\w-]{16,64}$/;

/** @throws ValidationError (400) for a revision or a key that no form of the admin sends */
const openedFormOf = (ctx: Context): OpenedForm => {
  const { model = '' } = ctx.params as Record<string, string | undefined>;
  const body: unknown = ctx.request.body;
  const sent = isRecord(body) ? body.updatedAt : undefined;
  const revision = typeof sent === 'string' || typeof sent === 'number' ? new Date(sent).getTime() : null;
  const key = ctx.get('Idempotency-Key');
  if (Number.isNaN(revision) || (key !== '' && !keyPattern.test(key)))
    throw new errors.ValidationError('We can’t read what was sent.');
  const { user } = ctx.state as { user?: { id: number } };
  return { uid: model, revision, key: key === '' ? null : `${user?.id}:${key}`, isChecked: false };
};

/** The parts of the content manager's services that are used here. */
interface Services {
  'document-manager': {
    findOne: (id: string, uid: string, query: object) => Promise<object | null>;
  };
  'permission-checker': {
    create: (of: { userAbility: unknown; model: string }) => {
      sanitizeOutput: (document: object) => Promise<Record<string, unknown>>;
    };
  };
  'populate-builder': (uid: string) => {
    populateDeep: (depth: number) => { countRelations: () => { build: () => Promise<object> } };
  };
}

/** The document that the admin would show now, with what the account may read. */
const currentDocument = async (
  strapi: Core.Strapi,
  ctx: Context,
  { uid: model }: OpenedForm,
  documentId: string,
): Promise<Record<string, unknown> | null> => {
  const service = <Name extends keyof Services>(name: Name): Services[Name] =>
    strapi.plugin('content-manager').service<Services[Name]>(name);
  const populate = await service('populate-builder')(model).populateDeep(Infinity).countRelations().build();
  const found = await service('document-manager').findOne(documentId, model, { populate, status: 'draft' });
  if (!found) return null;
  const checker = service('permission-checker').create({ userAbility: ctx.state.userAbility, model });
  return checker.sanitizeOutput(found);
};

/**
 * The fields of the stored document that differ from what was sent. Relations are sent as changes, so none is listed.
 */
const differing = (
  strapi: Core.Strapi,
  uid: string,
  sent: unknown,
  current: Readonly<Record<string, unknown>>,
): string[] => {
  const { attributes } = strapi.contentTypes[uid as keyof typeof strapi.contentTypes];
  return Object.entries(attributes).flatMap(([name, { type }]) => {
    const isCompared = type !== 'relation' && isRecord(sent) && name in sent && name in current && name !== 'updatedAt';
    return isCompared && !looksTheSame(sent[name], current[name]) ? [name] : [];
  });
};

const pageKinds: Readonly<Record<string, PageKind>> = {
  'api::post.post': 'post',
  'api::page.page': 'page',
  'api::workshop.workshop': 'workshop',
};

/** Adds to the answer where readers find what was published. */
const addAddress = (strapi: Core.Strapi, ctx: Context, { uid }: OpenedForm): void => {
  const kind = pageKinds[uid];
  const body: unknown = ctx.body;
  if (kind === undefined || !isRecord(body) || !isRecord(body.data)) return;
  const { slug, publishedAt } = body.data;
  if (typeof slug !== 'string' || typeof publishedAt !== 'string') return;
  const address = new URL(pathOf(kind, slug), settingsOf(strapi).siteUrl).href;
  ctx.body = { ...body, meta: { ...(isRecord(body.meta) && body.meta), address } };
};

/**
 * Notes what the request says about the form that it comes from: the revision that it shows (`updatedAt` in the body)
 * and its idempotency key. A conflict is answered with the other version, and the names of the fields that differ.
 *
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
export const noteOpenedForm =
  (strapi: Core.Strapi): Middleware =>
  async (ctx, next) => {
    const form = openedFormOf(ctx);
    const sent: unknown = ctx.request.body;
    ctx.state.openedForm = form;
    try {
      await next();
      addAddress(strapi, ctx, form);
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
      const current = await currentDocument(strapi, ctx, form, error.documentId);
      if (current !== null) error.details = { current, fields: differing(strapi, form.uid, sent, current) };
      throw error;
    }
  };
