import type { View } from '#src/setup/view';

export const redirectView: View = {
  uid: 'slug.redirect',
  mainField: 'path',
  rows: [[['path', 12]]],
  fields: {
    path: {
      label: 'Path',
      help: 'What stood after the site’s name, beginning with a slash.',
      placeholder: '/post/my-first-post',
    },
  },
};

export const seoView: View = {
  uid: 'search.seo',
  mainField: 'title',
  rows: [
    [['title', 12]],
    [['description', 12]],
    [
      ['image', 6],
      ['noindex', 6],
    ],
  ],
  fields: {
    title: { label: 'Title for search engines' },
    description: { label: 'Description for search engines', help: 'One or two sentences.' },
    image: { label: 'Picture for previews', help: 'Shown when somebody shares the link. Wide, at least 1200 pixels.' },
    noindex: { label: 'Hide from search engines' },
  },
};
