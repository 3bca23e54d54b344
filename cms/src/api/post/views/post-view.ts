import type { View } from '#src/setup/view';

export const postView: View = {
  uid: 'api::post.post',
  mainField: 'title',
  list: { columns: ['title', 'published', 'author', 'updatedAt'], sortBy: 'createdAt', order: 'DESC', pageSize: 20 },
  rows: [
    [['title', 12]],
    [['body', 12]],
    [['summary', 12]],
    [
      ['cover', 6],
      ['topics', 6],
    ],
    [
      ['author', 6],
      ['published', 6],
    ],
    [['workshops', 12]],
    [['contentNote', 12]],
    [
      ['commentsOpen', 6],
      ['invitesToCall', 6],
    ],
    [['slug', 12]],
    [['seo', 12]],
    [['redirects', 12]],
  ],
  fields: {
    title: { label: 'Title' },
    body: {
      label: 'Words',
      help: 'The first paragraph is shown larger. Use Heading 2 for sections. A list in which every line is in quotation marks is shown as inner voices. A last paragraph that begins with “P.S.” is set apart.',
    },
    summary: {
      label: 'Summary',
      help: 'One or two sentences for the list of posts, feeds and previews. Left empty, the first paragraph is used.',
    },
    cover: {
      label: 'Picture',
      help: 'Shown with the post. It needs a description (alternative text) for people who can’t see it.',
    },
    topics: { label: 'Topics', help: 'What it is about: one to three.' },
    author: { label: 'Author' },
    workshops: {
      label: 'Workshops',
      help: 'Mentioned as a P.S. at the end of the post, for as long as they are to come.',
    },
    published: {
      label: 'Published',
      help: 'Set when you first publish. You can change it; publishing again keeps it.',
    },
    updated: { label: 'Updated', help: 'Set when you publish a changed post again.' },
    contentNote: {
      label: 'Content note',
      help: 'One neutral line above the post, so that people can choose. Leave it empty if none is needed.',
      placeholder: 'This post talks about the death of a parent.',
    },
    commentsOpen: { label: 'Comments are open' },
    invitesToCall: { label: 'Invite to an introductory call', help: 'Shows your invitation under the post.' },
    slug: {
      label: 'Address',
      help: 'The last part of the post’s address, made from the title. If you change it, the old address leads to the new one.',
    },
    seo: {
      label: 'Search engines and previews',
      help: 'Only if they should be told something else than title, summary and picture.',
    },
    redirects: {
      label: 'Old addresses',
      help: 'Addresses that lead to this post, for example from an earlier website.',
    },
  },
};
