import type { Core } from '@strapi/strapi';
import type { Permission } from '#src/security/permission';
import type { SignedInState } from './extend-admin';

/** The part of a Koa context that the endpoints of the admin use. */
interface AdminContext {
  params: Record<string, string>;
  query: unknown;
  request: { body?: unknown };
  state: Pick<SignedInState, 'session'> & { user: { id: number } };
}

/** An endpoint of the admin: who may call it, and what it returns. */
export interface AdminEndpoint {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/quiet-room`, such as `/outbox/retry`. */
  path: string;
  permission: Permission;
  /** Returns the response's `data`; throws errors of @strapi/utils. */
  handle: (strapi: Core.Strapi, ctx: AdminContext) => Promise<unknown>;
}

type Context = Parameters<Core.MiddlewareHandler>[0];

/** A route of type `admin`: 401 for everyone who is not signed in there, API tokens too, and 403 without the right. */
const routeOf = (strapi: Core.Strapi, { method, path, permission, handle }: AdminEndpoint) => ({
  method,
  path,
  info: { type: 'admin' },
  handler: async (ctx: Context): Promise<void> => {
    // What readers sent must not stay in a browser's cache after signing out.
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data: await handle(strapi, ctx as Context & AdminContext) };
  },
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [permission.action] } },
    ],
  },
});

/** Registers the endpoints from `register`: routes in `src/api` would silently become ones of the public API. */
export const registerAdminEndpoints = (strapi: Core.Strapi, endpoints: readonly AdminEndpoint[]): void => {
  strapi.server.routes({
    type: 'admin',
    prefix: '/quiet-room',
    routes: endpoints.map((endpoint) => routeOf(strapi, endpoint)),
  });
};
