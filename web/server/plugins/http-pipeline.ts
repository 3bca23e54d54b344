import type { EventHandler } from 'h3';
import { defineNitroPlugin } from 'nitropack/runtime';
import { getAsset } from '#nitro-internal-virtual/public-assets';
import { withoutAddress } from '#server/http/errors';
import { door } from '#server/http/pipeline';
import { site } from '#server/site';

/** Opens the site. Not while it is built, and not in development, where pages come straight from their source. */
export default defineNitroPlugin((nitro) => {
  if (import.meta.prerender || import.meta.dev) return;
  const opened = site();
  const inner = nitro.h3App.handler;
  const handler = door(
    { ...opened, siteUrl: opened.settings.siteUrl, isFile: (path) => getAsset(path) !== undefined },
    inner,
  );
  nitro.h3App.handler = Object.assign(handler as EventHandler, inner);
  const { options } = nitro.h3App;
  const onError = options.onError;
  options.onError = (problem, event) => onError?.(withoutAddress(problem), event) as Promise<void>;
  opened.open();
  nitro.hooks.hook('close', () => opened.close());
});
