import type { EventHandler } from 'h3';
import { defineNitroPlugin } from 'nitropack/runtime';
import { getAsset } from '#nitro-internal-virtual/public-assets';
import { sanitiseError } from '#server/http/errors';
import { createPipeline } from '#server/http/pipeline';
import { site } from '#server/site';

/**
 * Puts the request pipeline before Nitro. Not while the site is built, and not in development, where pages are not
 * cached.
 */
export default defineNitroPlugin((nitro) => {
  if (import.meta.prerender || import.meta.dev) return;
  const parts = site();
  const { pages, security, settings } = parts;
  const inner = nitro.h3App.handler;
  const handler = createPipeline(
    { pages, security, siteUrl: settings.siteUrl, isAsset: (path) => getAsset(path) !== undefined },
    inner,
  );
  nitro.h3App.handler = Object.assign(handler as EventHandler, inner);
  const { options } = nitro.h3App;
  const onError = options.onError;
  options.onError = (error, event) => onError?.(sanitiseError(error, event.context.requestId), event) as Promise<void>;
  parts.open();
  nitro.hooks.hook('close', () => parts.close());
});
