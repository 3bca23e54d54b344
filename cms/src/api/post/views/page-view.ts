import type { View } from '#src/setup/view';

export const pageView: View = {
  uid: 'api::page.page',
  mainField: 'title',
  list: { columns: ['title', 'inNavigation', 'position', 'updatedAt'], sortBy: 'position', order: 'ASC', pageSize: 20 },
  rows: [
    [['title', 12]],
    [['lead', 12]],
    [['body', 12]],
    [
      ['inNavigation', 6],
      ['position', 6],
    ],
    [['invitesToCall', 6]],
    [['slug', 12]],
    [['seo', 12]],
    [['redirects', 12]],
  ],
  fields: {
    title: { label: 'Title' },
    lead: { label: 'First line', help: 'One sentence under the title. It may stay empty.' },
    body: { label: 'Words', help: 'Use Heading 2 for sections.' },
    inNavigation: { label: 'Show in the navigation', help: 'At the top of every page of the site.' },
    position: { label: 'Place in the navigation', help: 'Pages with smaller numbers stand first.' },
    invitesToCall: { label: 'Invite to an introductory call', help: 'Shows your invitation under the page.' },
    slug: {
      label: 'Address',
      help: 'The page’s address, made from the title. If you change it, the old address leads to the new one.',
    },
    seo: {
      label: 'Search engines and previews',
      help: 'Only if they should be told something else than the title and the first line.',
    },
    redirects: {
      label: 'Old addresses',
      help: 'Addresses that lead to this page, for example from an earlier website.',
    },
  },
};
