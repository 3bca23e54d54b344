import type { ComponentAccess, ContentAccess } from '#src/security/content-access';

const everything = ['create', 'delete', 'publish'] as const;

/**
 * The counsellor writes; the web team sets what search engines show and where old addresses lead. `posts` of authors
 * and topics are closed because the post itself names them; reading time and first words are computed.
 */
export const blogAccess: readonly ContentAccess[] = [
  {
    uid: 'api::post.post',
    documents: { counsellor: everything },
    groups: [
      {
        fields: ['title', 'slug', 'summary', 'body', 'cover', 'author', 'topics', 'workshops', 'contentNote'],
        counsellor: 'change',
        webTeam: 'read',
      },
      { fields: ['commentsOpen', 'invitesToCall', 'published'], counsellor: 'change', webTeam: 'read' },
      { fields: ['redirects', 'seo'], counsellor: 'change', webTeam: 'change' },
      { fields: ['updated'], counsellor: 'read', webTeam: 'read' },
      { fields: ['readingMinutes', 'firstWords'] },
    ],
  },
  {
    uid: 'api::page.page',
    documents: { counsellor: everything },
    groups: [
      {
        fields: ['title', 'slug', 'lead', 'body', 'invitesToCall', 'showsFees', 'inNavigation', 'position'],
        counsellor: 'change',
        webTeam: 'read',
      },
      { fields: ['redirects', 'seo'], counsellor: 'change', webTeam: 'change' },
    ],
  },
  {
    uid: 'api::author.author',
    documents: { counsellor: ['create', 'delete'] },
    groups: [
      { fields: ['name', 'slug', 'role', 'bio', 'portrait'], counsellor: 'change', webTeam: 'read' },
      { fields: ['posts'] },
    ],
  },
  {
    uid: 'api::topic.topic',
    documents: { counsellor: ['create', 'delete'] },
    groups: [
      { fields: ['name', 'slug', 'description'], counsellor: 'change', webTeam: 'read' },
      { fields: ['redirects'], counsellor: 'change', webTeam: 'change' },
      { fields: ['posts'] },
    ],
  },
];

export const blogComponents: readonly ComponentAccess[] = [
  { uid: 'search.seo', fields: ['title', 'description', 'image', 'noindex'] },
  { uid: 'slug.redirect', fields: ['path'] },
];
