import { defineEventHandler, type H3Error } from 'h3';
import { defineNitroPlugin } from 'nitropack/runtime';
import { getAsset } from '#nitro-internal-virtual/public-assets';
import { createPipeline } from '#server/http/pipeline';
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
  parts.open();
  nitro.hooks.hook('close', () => parts.close());
});
