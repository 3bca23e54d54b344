import type { View } from '#src/setup/view';

export const topicView: View = {
  uid: 'api::topic.topic',
  mainField: 'name',
  list: { columns: ['name', 'description', 'updatedAt'], sortBy: 'name', order: 'ASC', pageSize: 50 },
  rows: [[['name', 12]], [['description', 12]], [['slug', 12]], [['redirects', 12]]],
  fields: {
    name: { label: 'Name', help: 'One or two plain words, such as “Grief and loss”.' },
    description: {
      label: 'Description',
      help: 'A sentence or two at the top of the topic’s page. A topic appears on the site with its first post.',
    },
    slug: { label: 'Address', help: 'Made from the name. If you change it, the old address leads to the new one.' },
    redirects: {
      label: 'Old addresses',
      help: 'Addresses that lead to this topic, for example from an earlier website.',
    },
  },
};
