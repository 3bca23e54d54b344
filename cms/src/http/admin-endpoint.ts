import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { z } from 'zod';
import { type DeskRight, deskRights } from '#src/setup/admin-permissions';

/** The part of a Koa context that the endpoints of the desk use. */
interface AskedAtDesk {
  params: Record<string, string>;
  query: unknown;
  request: { body?: unknown };
  state: { user: { id: number } };
}

/** One question of the desk: who may ask it, and what it is answered with. */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/quiet-room`, such as `/outbox/retry`. */
  path: string;
  right: DeskRight;
  /** Gives the answer's `data`; throws errors of @strapi/utils. */
  answer: (strapi: Core.Strapi, asked: AskedAtDesk) => Promise<unknown>;
}

/** What the schema makes of a body; throws a ValidationError (400) that names each field that is wrong and repeats none. */
export const parseBody = <T extends z.ZodType>(schema: T, body: unknown): z.output<T> => {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const fields = [...new Set(parsed.error.issues.map(({ path }) => `“${path.join('.') || 'body'}”`))];
  throw new errors.ValidationError(`${fields.join(', ')} is missing or is not what this address takes.`);
};

type Context = Parameters<Core.MiddlewareHandler>[0];

/** A route of type `admin`: 401 for everybody who is not signed in there, API tokens too, and 403 without the right. */
export const routeOf = (strapi: Core.Strapi, { method, path, right, answer }: Endpoint) => ({
  method,
  path,
  info: { type: 'admin' },
  handler: async (context: Context): Promise<void> => {
    // What readers sent must not stay in a browser's cache when she has signed out.
    context.set('Cache-Control', 'no-store');
    context.body = { data: await answer(strapi, context as Context & AskedAtDesk) };
  },
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [deskRights[right]] } },
    ],
  },
});
