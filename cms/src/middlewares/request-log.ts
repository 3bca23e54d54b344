import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { withFields } from '#src/log/log-format';
import { withRequestId } from '#src/log/request-id';

type Context = Parameters<Core.MiddlewareHandler>[0];

/** Returns the request id that a proxy or the site sent, if it is safe to log; else a new one. */
const requestIdOf = (sent: string): string => (/^[\w-]{8,64}$/.test(sent) ? sent : randomUUID());

/**
 * Returns the pattern of the route that answered, such as `/api/certificates/:number`: paths themselves can be secret.
 */
const routeOf = (ctx: Context): string => {
  const { _matchedRoute: route } = ctx as Context & { _matchedRoute?: unknown };
  return typeof route === 'string' || route instanceof RegExp ? String(route) : '(no route)';
};

/**
 * Logs one line per request with its id, by which it is found among the other lines of that moment, here and in the
 * site. Path and query are left out, because what people search for, and links, are private. The level is `http`, or
 * `error` when the CMS failed, unless it was said a moment ago that everything does.
 */
const requestLog: Core.MiddlewareFactory =
  (_config, { strapi }) =>
  async (ctx, next) => {
    const start = performance.now();
    const requestId = requestIdOf(ctx.get('X-Request-Id'));
    ctx.set('X-Request-Id', requestId);
    await withRequestId(requestId, async () => {
      await next();
      const fields = { status: ctx.status, ms: Math.ceil(performance.now() - start) };
      const isNews = ctx.status >= 500 && !ctx.path.startsWith('/_ready') && !ctx.state.isKnownFailure;
      const level = isNews ? 'error' : 'http';
      strapi.log[level](`${ctx.method} ${routeOf(ctx)}`, withFields(fields));
    });
  };

export default requestLog;
