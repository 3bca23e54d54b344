import { defineCollection, defineContentConfig } from '@nuxt/content';

/** The policy pages: Markdown that the web team looks after, read at /privacy, /accessibility and so on. */
export default defineContentConfig({
  collections: {
    policies: defineCollection({ type: 'page', source: '*.md' }),
  },
});
