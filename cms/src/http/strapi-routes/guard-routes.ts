import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { isRecord } from 'shared';
import { neededRoutes } from './needed-routes';
import { isFormRoute, noteOpenedForm } from './opened-form';
import { type Model, type QueryReader, unreadableName } from './readable-query';
import { isUnusable } from './unusable-request';
import { writableBody } from './written-body';

type Context = Parameters<Core.MiddlewareHandler>[0];
type Middleware = (ctx: Context, next: () => Promise<void>) => Promise<void>;

/** The parts of Strapi's route that are used here. */
interface Route {
  method: string;
  path: string;
  config?: { policies?: unknown[]; middlewares?: unknown[]; [other: string]: unknown };
}

interface Router {
  type?: string;
  prefix?: string;
  routes: Route[];
}

type Routers = Record<string, Router | ((given: { strapi: Core.Strapi }) => Router)> | Route[];

/** Strapi's name for a plugin or for the admin, as far as its routes are concerned. */
interface Module {
  routes: Routers;
}

interface Ability {
  can: (action: string, subject: string, field?: string) => boolean;
}

/** Looked up among own names only: an object also has a `constructor`, which is no content type. */
const modelOf =
  (strapi: Core.Strapi) =>
  (uid: string): Model | undefined =>
    [strapi.contentTypes, strapi.components].some((all) => Object.hasOwn(all, uid))
      ? strapi.getModel(uid as UID.Schema)
      : undefined;
const attributeOf = (model: Model | undefined, name: string) =>
  model !== undefined && Object.hasOwn(model.attributes, name) ? model.attributes[name] : undefined;

/** What may be used in queries for files, folders and accounts: Strapi knows no fields for these permissions. */
const technicalFields: Readonly<Record<string, readonly string[]>> = {
  'plugin::upload.file': [
    'name',
    'alternativeText',
    'caption',
    'width',
    'height',
    'ext',
    'mime',
    'size',
    'url',
    'folder',
    'folderPath',
  ],
  'plugin::upload.folder': ['name', 'path', 'pathId', 'parent', 'children', 'files'],
  'admin::user': ['firstname', 'lastname', 'username', 'email', 'isActive', 'roles'],
  'admin::role': ['name', 'code', 'description'],
};

const readerOf = (strapi: Core.Strapi, ability: Ability): QueryReader => ({
  modelOf: modelOf(strapi),
  canRead: (uid, path) =>
    technicalFields[uid]?.includes(path) ?? ability.can('plugin::content-manager.explorer.read', uid, path),
});

/** The content type that a route's query is about: that of its path, of the relation in it, or the media library's. */
const queriedType = (strapi: Core.Strapi, route: string, params: Record<string, string>): string | null => {
  if (route.includes(' /upload/folder')) return 'plugin::upload.folder';
  if (route.includes(' /upload')) return 'plugin::upload.file';
  if (route.includes(' /admin/users')) return 'admin::user';
  if (route.includes(' /admin/roles')) return 'admin::role';
  const { model, targetField } = params;
  if (model === undefined || targetField === undefined) return model ?? null;
  return attributeOf(modelOf(strapi)(model), targetField)?.target ?? model;
};

/**
 * Rejects queries that name what the sender may not read. Strapi checks the first level only: by the fields of a
 * relation one could filter, sort and read what is closed.
 */
const guardQuery =
  (strapi: Core.Strapi, route: string): Middleware =>
  async (ctx, next) => {
    const uid = queriedType(strapi, route, ctx.params as Record<string, string>);
    const body: unknown = ctx.request.body;
    const { sort } = isRecord(body) && route.endsWith('/bulkFindForValidation') ? body : {};
    const reader = readerOf(strapi, ctx.state.userAbility as Ability);
    for (const query of uid === null ? [] : [ctx.query, { sort }]) {
      const name = unreadableName(reader, uid ?? '', query);
      if (name !== null) throw new errors.ValidationError(`“${name}” can’t be used here.`);
    }
    await next();
  };

const refuse = (): never => {
  throw new errors.ForbiddenError();
};

/** What is done with drafts. */
const ofDrafts = /\/actions\/(?:publish|unpublish|discard|bulkPublish|bulkUnpublish)$/;

/**
 * Refuses what is done with drafts to whoever may not publish them, and for types without drafts. For discarding,
 * Strapi asks for the right to change any of the fields, and it takes back all of them.
 */
const guardDrafts =
  (strapi: Core.Strapi): Middleware =>
  async (ctx, next) => {
    const { model = '' } = ctx.params as Record<string, string | undefined>;
    const { can } = ctx.state.userAbility as Ability;
    if (!modelOf(strapi)(model)?.options?.draftAndPublish || !can('plugin::content-manager.explorer.publish', model))
      refuse();
    await next();
  };

/**
 * Refuses content types at the routes of the other kind: Strapi's actions trust their address, and would make of a
 * collection one document, or of a single type several.
 */
const guardKind =
  (strapi: Core.Strapi, kind: string): Middleware =>
  async (ctx, next) => {
    const { model = '' } = ctx.params as Record<string, string | undefined>;
    if (modelOf(strapi)(model)?.kind !== kind) throw new errors.NotFoundError();
    await next();
  };

/**
 * Refuses to look for what a field may refer to where there is no such field, or nobody may read it: Strapi's action
 * trusts its address, and answers the second with an error of its own (500).
 */
const guardRelation =
  (strapi: Core.Strapi): Middleware =>
  async (ctx, next) => {
    const { model: uid = '', targetField = '' } = ctx.params as Record<string, string | undefined>;
    const model = modelOf(strapi)(uid);
    const attribute = attributeOf(model, targetField);
    if (attribute?.type !== 'relation' || attribute.target === undefined) throw new errors.NotFoundError();
    const { can } = ctx.state.userAbility as Ability;
    if (model?.modelType !== 'component' && !can('plugin::content-manager.explorer.read', uid, targetField)) refuse();
    await next();
  };

/**
 * Gives a request without a body an empty one, and refuses one that Strapi's action can't use (400): it would fail
 * (500). What it failed at is logged, in case that the fault is Strapi's after all.
 */
const refuseUnusable =
  (strapi: Core.Strapi): Middleware =>
  async (ctx, next) => {
    ctx.request.body ??= {};
    try {
      await next();
    } catch (error) {
      const says = {
        body: ctx.method !== 'GET',
        query: ctx.querystring !== '',
        params: Object.keys(ctx.params as object).length > 0,
      };
      if (!isUnusable(error, says)) throw error;
      strapi.log.warn('Strapi could not use what was sent.', error);
      throw new errors.ValidationError('We can’t read what was sent.');
    }
  };

/** The routes that make a document. */
const creates: ReadonlySet<string> = new Set(
  ['', '/clone/:sourceId', '/auto-clone/:sourceId', '/actions/publish'].map(
    (end) => `POST /content-manager/collection-types/:model${end}`,
  ),
);

/** Removes from what is written to a document what only the CMS sets. */
const guardBody =
  (strapi: Core.Strapi, route: string): Middleware =>
  async (ctx, next) => {
    const { model } = ctx.params as Record<string, string | undefined>;
    const body: unknown = ctx.request.body;
    if (model !== undefined && isRecord(body) && !Array.isArray(body))
      ctx.request.body = writableBody(modelOf(strapi), model, body, { isNew: creates.has(route) });
    await next();
  };

const needed: ReadonlySet<string> = new Set(Object.values(neededRoutes).flat());

/** @param prefix of the router; null for one of the content API, of which the site needs the features' own only */
const guarded = (strapi: Core.Strapi, prefix: string | null, route: Route): Route => {
  const address = `${route.method} ${`${prefix}${route.path}`.replace(/\/$/, '')}`;
  const { config = {} } = route;
  if (prefix === null || !needed.has(address))
    return { ...route, config: { ...config, policies: [], middlewares: [refuse] } };
  // By the route's own address and not by the request's path, whose capitals the router ignores.
  const kind = / \/content-manager\/(collection|single)-types\//.exec(address)?.[1];
  const middlewares = [
    refuseUnusable(strapi),
    ...(address.includes(' /content-manager/relations/') ? [guardRelation(strapi)] : []),
    ...(/ \/(content-manager|upload|admin\/(users|roles))(\/|$)/.test(address) ? [guardQuery(strapi, address)] : []),
    ...(kind === undefined ? [] : [guardKind(strapi, `${kind}Type`)]),
    ...(isFormRoute(address) ? [noteOpenedForm(strapi)] : []),
    ...(kind === undefined ? [] : [guardBody(strapi, address)]),
    ...(kind !== undefined && ofDrafts.test(address) ? [guardDrafts(strapi)] : []),
  ];
  return { ...route, config: { ...config, middlewares: [...middlewares, ...(config.middlewares ?? [])] } };
};

const guardModule = (strapi: Core.Strapi, name: string, module: Module): void => {
  const guardAll = (prefix: string | null, routes: readonly Route[]): Route[] =>
    routes.map((route) => guarded(strapi, prefix, route));
  if (Array.isArray(module.routes)) {
    module.routes = guardAll(`/${name}`, module.routes);
    return;
  }
  module.routes = Object.fromEntries(
    Object.entries(module.routes).map(([key, made]) => {
      const router = typeof made === 'function' ? made({ strapi }) : made;
      const prefix = router.type === 'content-api' ? null : (router.prefix ?? `/${name}`);
      return [key, { ...router, routes: guardAll(prefix, router.routes) }];
    }),
  );
};

/**
 * Closes every route of Strapi and its plugins that nobody needs, and checks what is sent to the others; must be called
 * in `register`, before Strapi reads its list of routes.
 */
export const guardStrapiRoutes = (strapi: Core.Strapi): void => {
  guardModule(strapi, 'admin', strapi.admin);
  for (const [name, plugin] of Object.entries(strapi.plugins)) guardModule(strapi, name, plugin);
};
