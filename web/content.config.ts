import { defineCollection, defineContentConfig } from '@nuxt/content';

/** The policy pages: the web team edits them as Markdown; they are served at /privacy, /accessibility and so on. */
export default defineContentConfig({
  collections: {
    policies: defineCollection({ type: 'page', source: '*.md' }),
  },
});
