import { defineNitroPlugin } from 'nitropack/runtime';
import { separateBlocks } from '#server/http/separate-blocks';
import { firstStyles } from '#styles';

/** Not by way of the page's head, which would compare and escape the same 20 kB for every page. */
const style = firstStyles === '' ? '' : `<style>${firstStyles}</style>`;

/** Returns the first part of a head with the styles of the first screen behind its title. */
const withStyles = (head: string): string => head.replace('</title>', () => `</title>${style}`);

/** Puts the styles of the first screen into every page that Nuxt renders, and a line break behind each block. */
export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('render:html', (html) => {
    html.head = html.head.map(withStyles);
    html.body = html.body.map(separateBlocks);
  });
});
