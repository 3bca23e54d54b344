import { IncomingMessage } from 'node:http';
import { defineEventHandler, getRequestHeader, type H3Error, type H3Event, setResponseHeader } from 'h3';
import { defineNitroPlugin } from 'nitropack/runtime';
import { getAsset } from '#nitro-internal-virtual/public-assets';
import { createPipeline } from '#server/http/pipeline';
import { encodeOnce } from '#server/http/representation';
import { describeError, log } from '#server/log';
import { site } from '#server/site';

/**
 * Logs an unexpected error and returns it in a form that Nitro does not log again: its own line would contain the whole
 * URL, which is a secret on a private link. Nothing of the cause is left for the error page either.
 */
function sanitiseError(error: H3Error, requestId: string | undefined): H3Error {
  if (error.unhandled) {
    log.error('A page failed.', { requestId, ...describeError(error.cause ?? error) });
    error.message = 'Server Error';
    error.data = undefined;
  }
  error.unhandled = false;
  error.fatal = false;
  return error;
}

/**
 * Compresses a page that Nitro sends to a client itself, such as a private one. A secret in it can't be guessed from
 * its length: no request carries one that its sender does not know, because there are no cookies.
 * @see https://www.breachattack.com/
 */
async function compressPage(event: H3Event, response: { body?: unknown }): Promise<void> {
  const { req, res } = event.node;
  const isForClient = req instanceof IncomingMessage && typeof response.body === 'string';
  if (!isForClient || res.hasHeader('content-encoding')) return;
  const contentType = String(res.getHeader('content-type') ?? '');
  const page = Buffer.from(response.body as string);
  const { coding, body } = await encodeOnce(page, contentType, getRequestHeader(event, 'accept-encoding'));
  if (coding === 'identity') return;
  setResponseHeader(event, 'content-encoding', coding);
  response.body = body;
}

/**
 * Puts the request pipeline before Nitro. Not while the site is built, and not in development, where pages are not
 * cached.
 */
export default defineNitroPlugin((nitro) => {
  if (import.meta.prerender || import.meta.dev) return;
  const parts = site();
  const { pages, createToken, security, settings } = parts;
  const inner = nitro.h3App.handler;
  const handler = createPipeline(
    { pages, createToken, security, siteUrl: settings.siteUrl, isAsset: (path) => getAsset(path) !== undefined },
    inner,
  );
  nitro.h3App.handler = Object.assign(defineEventHandler(handler), inner);
  const { options } = nitro.h3App;
  const onError = options.onError;
  options.onError = async (error, event) => {
    await onError?.(sanitiseError(error, event.context.requestId), event);
  };
  nitro.hooks.hook('beforeResponse', compressPage);
  parts.open();
  nitro.hooks.hook('close', () => parts.close());
});
