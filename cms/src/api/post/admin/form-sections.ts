import type { FormSections } from '#src/admin/form/sections';

/** Title, text, picture, topics and content note come first; this is what most posts leave as it is. */
export const postSections: FormSections = [
  {
    title: 'Summary, author, comments',
    fields: ['summary', 'author', 'workshops', 'commentsOpen', 'invitesToCall'],
  },
  { title: 'Address, date, search engines', fields: ['published', 'slug', 'seo', 'redirects'] },
];

export const pageSections: FormSections = [
  { title: 'Menu, fees and invitation', fields: ['inNavigation', 'position', 'invitesToCall', 'showsFees'] },
  { title: 'Address and search engines', fields: ['slug', 'seo', 'redirects'] },
];
