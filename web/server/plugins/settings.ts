import { defineNitroPlugin } from 'nitropack/runtime';
import { settings } from '../settings';

/** Ends the process at once, with the reasons, when it could not work; the build's own rendering needs no settings. */
export default defineNitroPlugin(() => {
  if (import.meta.prerender) return;
  const { host, port } = settings();
  process.env['NITRO_HOST'] = host;
  process.env['NITRO_PORT'] = String(port);
});
