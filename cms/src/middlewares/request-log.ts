import type { Core } from '@strapi/strapi';

/** One line a request at level `http`, without the query string: what people search for is nobody's business. */
const requestLog: Core.MiddlewareFactory =
  (_config, { strapi }) =>
  async (ctx, next) => {
    const start = performance.now();
    await next();
    strapi.log.http(`${ctx.method} ${ctx.path} (${Math.ceil(performance.now() - start)} ms) ${ctx.status}`);
  };

export default requestLog;
