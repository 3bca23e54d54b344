import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';

/** Returns the request id that a proxy or the site sent, if it is safe to log; else a new one. */
const requestIdOf = (sent: string): string => (/^[\w-]{8,64}$/.test(sent) ? sent : randomUUID());

/**
 * Logs one line per request with its id, by which it is found among the other lines of that moment. The query string is
 * left out, because what people search for is private. The level is `http`, or `error` when the CMS failed.
 */
const requestLog: Core.MiddlewareFactory =
  (_config, { strapi }) =>
  async (ctx, next) => {
    const start = performance.now();
    const requestId = requestIdOf(ctx.get('X-Request-Id'));
    ctx.set('X-Request-Id', requestId);
    await next();
    const line = `${ctx.method} ${ctx.path} (${Math.ceil(performance.now() - start)} ms) ${ctx.status} ${requestId}`;
    if (ctx.status >= 500) strapi.log.error(line);
    else strapi.log.http(line);
  };

export default requestLog;
