import type { Core } from '@strapi/strapi';

type Context = Parameters<Core.MiddlewareHandler>[0];
type Action = (ctx: Context, next: () => Promise<unknown>) => unknown;

/** The part of Strapi's registries of services and controllers that is used here. */
interface Registry<T> {
  extend(uid: string, extension: (current: T) => T): unknown;
}

/** The account and session of a request to the admin, as Strapi's authentication leaves them. */
export interface SignedInState {
  user: { id: number; email: string; password: string | null };
  session?: { id: string };
}

/** A request to one of Strapi's own actions in the admin. */
export type ActionContext = Context & { state: Partial<SignedInState> };

/** Runs before one of Strapi's own actions, which `next` calls. */
export type ActionGuard = (ctx: ActionContext, next: () => Promise<void>) => Promise<void>;

/**
 * Replaces functions of one of Strapi's own services, for everything that uses it: endpoints, commands and setup. Called
 * from `register`.
 *
 * @throws Error if there is no such service, which a new version of Strapi may have renamed
 */
export const extendService = <Service extends object>(
  strapi: Core.Strapi,
  uid: string,
  extension: (service: Service) => Partial<Service>,
): void => {
  strapi.get<Registry<Service>>('services').extend(uid, (service) => ({ ...service, ...extension(service) }));
};

/**
 * Puts a guard before one of Strapi's own actions. It runs after authentication, permissions, rate limits and the body
 * parser, whichever way the route's path is spelled. Called from `register`, before the routes are made.
 *
 * @param uid the controller, such as `admin::authentication`
 * @throws Error if there is no such action, which a new version of Strapi may have renamed
 */
export const guardAction = (strapi: Core.Strapi, uid: string, action: string, guard: ActionGuard): void => {
  strapi.get<Registry<Record<string, Action>>>('controllers').extend(uid, (controller) => {
    const original = controller[action];
    if (original === undefined) throw new Error(`Strapi has no action ${uid}.${action} to guard.`);
    return {
      ...controller,
      [action]: (ctx, next) =>
        guard(ctx, async () => {
          await original(ctx, next);
        }),
    };
  });
};

/** Returns the body of a request as an object; empty if there is none, or something else. */
export const bodyOf = (ctx: Context): Record<string, unknown> => {
  const { body } = ctx.request as { body?: unknown };
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Record<string, unknown>) : {};
};
