import { setResponseHeader } from 'h3';
import { defineNitroPlugin } from 'nitropack/runtime';
import { contentSecurityPolicy } from '#server/http/security-headers';
import { separateBlocks } from '#server/http/separate-blocks';
import { site } from '#server/site';
import { stylesFor } from '#shared/page-styles';
import { firstStyles } from '#styles';

/**
 * Puts the styles of the first screen that it uses into every page that Nuxt renders, with a policy that allows them,
 * and a line break behind each block.
 */
export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('render:html', (html, { event }) => {
    html.body = html.body.map(separateBlocks);
    const css = stylesFor([...html.bodyAttrs.map((attrs) => ` ${attrs}`), ...html.body].join('\n'), firstStyles);
    if (css === '') return;
    // Not by way of the page's head, which would compare and escape 12 kB for every page.
    html.head = html.head.map((head) => head.replace('</title>', () => `</title><style>${css}</style>`));
    setResponseHeader(event, 'content-security-policy', contentSecurityPolicy(site().settings.https, css));
  });
});
