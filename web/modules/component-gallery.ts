import { join } from 'node:path';
import { defineNuxtModule, extendPages } from 'nuxt/kit';

/** Adds `/dev/components`, a page with all components and their states, to the development server only. */
export default defineNuxtModule({
  meta: { name: 'component-gallery' },
  setup(_options, nuxt) {
    if (!nuxt.options.dev) return;
    extendPages((pages) => {
      pages.push({
        name: 'dev-components',
        path: '/dev/components',
        file: join(nuxt.options.srcDir, 'dev/ComponentGallery.vue'),
      });
    });
  },
});
