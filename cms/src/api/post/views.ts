import type { View } from '#src/setup/views';

export const postView: View = {
  uid: 'api::post.post',
  mainField: 'title',
  list: { columns: ['title', 'published', 'updatedAt'], sortBy: 'createdAt', order: 'DESC', pageSize: 20 },
  rows: [
    [['title', 12]],
    [['body', 12]],
    [
      ['cover', 6],
      ['topics', 6],
    ],
    [['contentNote', 12]],
    [['summary', 12]],
    [['author', 6]],
    [['workshops', 12]],
    [
      ['commentsOpen', 6],
      ['invitesToCall', 6],
    ],
    [['published', 6]],
    [['slug', 12]],
    [['seo', 12]],
    [['redirects', 12]],
  ],
  fields: {
    title: { label: 'Title' },
    body: {
      label: 'Text',
      help: 'The first paragraph is shown larger. Use headings for sections. A list in which every line is in quotation marks is shown as inner voices. A last paragraph that begins with “P.S.” is set apart.',
    },
    summary: {
      label: 'Summary',
      help: 'One or two sentences for the list of posts, feeds and previews. If you leave this empty, the first paragraph is used.',
    },
    cover: {
      label: 'Picture',
      help: 'Shown with the post. It needs a description (alternative text) for people who can’t see it.',
    },
    topics: { label: 'Topics', help: 'What it is about. Choose one to three.' },
    author: { label: 'Author' },
    workshops: {
      label: 'Workshops',
      help: 'Mentioned in a P.S. at the end of the post until they have taken place.',
    },
    published: {
      label: 'Published',
      help: 'Set when you first publish. You can change it, but not to a day in the future. Publishing again keeps it.',
    },
    updated: { label: 'Updated', help: 'Set when you publish a changed post again.' },
    contentNote: {
      label: 'Content note',
      help: 'One neutral line above the post, so that people can choose whether to read it. Leave it empty if none is needed.',
      placeholder: 'This post talks about the death of a parent.',
    },
    commentsOpen: { label: 'Comments are open' },
    invitesToCall: { label: 'Invite to an introductory call', help: 'Shows your invitation below the post.' },
    slug: {
      label: 'Address',
      help: 'The last part of the post’s address, made from the title. If you change it, the old address leads to the new one.',
    },
    seo: {
      label: 'Search engines and previews',
      help: 'Only if they should show something other than the title, summary and picture.',
    },
    redirects: {
      label: 'Old addresses',
      help: 'Addresses that lead to this post, for example from an earlier website.',
    },
  },
};

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
    [
      ['invitesToCall', 6],
      ['showsFees', 6],
    ],
    [['slug', 12]],
    [['seo', 12]],
    [['redirects', 12]],
  ],
  fields: {
    title: { label: 'Title' },
    lead: { label: 'First line', help: 'One sentence below the title. Optional.' },
    body: { label: 'Text', help: 'Use headings for sections.' },
    inNavigation: { label: 'Show in the navigation', help: 'At the top of every page of the site.' },
    position: { label: 'Position in the navigation', help: 'Pages with smaller numbers come first.' },
    invitesToCall: { label: 'Invite to an introductory call', help: 'Shows your invitation below the page.' },
    showsFees: {
      label: 'Show your fees',
      help: 'Above the text, as they are in “Your practice”. Change them there, and they change everywhere.',
    },
    slug: {
      label: 'Address',
      help: 'The page’s address, made from the title. If you change it, the old address leads to the new one.',
    },
    seo: {
      label: 'Search engines and previews',
      help: 'Only if they should show something other than the title and the first line.',
    },
    redirects: {
      label: 'Old addresses',
      help: 'Addresses that lead to this page, for example from an earlier website.',
    },
  },
};

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
    name: { label: 'Name', help: 'As shown below the posts.' },
    role: { label: 'Line below the name', placeholder: 'Counsellor, MBACP (Accred.)' },
    portrait: {
      label: 'Portrait',
      help: 'Upright, in the ratio 4:5. It needs a description (alternative text) for people who can’t see it.',
    },
    slug: { label: 'Address', help: 'Made from the name.' },
    bio: { label: 'About', help: 'A few sentences, shown at the end of each post.' },
  },
};

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

export const redirectView: View = {
  uid: 'slug.redirect',
  mainField: 'path',
  rows: [[['path', 12]]],
  fields: {
    path: {
      label: 'Path',
      help: 'The part after the site’s name, starting with a slash.',
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
    image: {
      label: 'Picture for previews',
      help: 'Shown when someone shares the link. Landscape, at least 1,200 pixels wide.',
    },
    noindex: { label: 'Hide from search engines' },
  },
};
