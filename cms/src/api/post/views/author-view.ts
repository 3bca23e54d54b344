import type { View } from '#src/setup/view';

export const authorView: View = {
  uid: 'api::author.author',
  mainField: 'name',
  list: { columns: ['name', 'role', 'updatedAt'], sortBy: 'name', order: 'ASC', pageSize: 20 },
  rows: [
    [
      ['name', 6],
      ['role', 6],
    ],
    [
      ['portrait', 6],
      ['slug', 6],
    ],
    [['bio', 12]],
  ],
  fields: {
    name: { label: 'Name', help: 'As it stands under the posts.' },
    role: { label: 'Line under the name', placeholder: 'Counsellor, MBACP (Accred.)' },
    portrait: {
      label: 'Portrait',
      help: 'Upright, four to five. It needs a description (alternative text) for people who can’t see it.',
    },
    slug: { label: 'Address', help: 'Made from the name.' },
    bio: { label: 'About', help: 'A few sentences, shown at the end of each post.' },
  },
};
