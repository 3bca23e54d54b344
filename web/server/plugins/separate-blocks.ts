import { defineNitroPlugin } from 'nitropack/runtime';
import { separateBlocks } from '#server/http/separate-blocks';

/** Puts a line break behind each block of every page that Nuxt renders. */
export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('render:html', (html) => {
    html.body = html.body.map(separateBlocks);
  });
});
