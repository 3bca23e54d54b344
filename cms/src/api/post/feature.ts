import type { Feature } from '#src/feature';
import { blogEndpoints } from './admin-endpoints';
import { blogAccess, blogComponents } from './content-access';
import { seedDemoAuthor, seedDemoBlog } from './demo/seed-blog';
import { createMentions, keepMentions } from './mentions';
import { writeLinks } from './permissions';
import { createPostIndex } from './post-index';
import {
  checkPage,
  checkPost,
  giveAuthor,
  refuseDeletingInUse,
  resetCopiedDates,
  setDates,
  setFieldsFromBody,
} from './post-rules';
import { authorView, pageView, postView, redirectView, seoView, topicView } from './views';

const indexes = [
  'create unique index if not exists posts_public_slug_uq on posts (slug) where published_at is not null',
  'create unique index if not exists posts_draft_slug_uq on posts (slug) where published_at is null',
  'create index if not exists posts_public_date_ix on posts (published, document_id, id) where published_at is not null',
  'create index if not exists posts_public_change_ix on posts (published_at, slug, id) where published_at is not null',
  'create unique index if not exists pages_public_slug_uq on pages (slug) where published_at is not null',
  'create unique index if not exists pages_draft_slug_uq on pages (slug) where published_at is null',
  'create unique index if not exists topics_slug_uq on topics (slug)',
  'create unique index if not exists authors_slug_uq on authors (slug)',
  'create index if not exists files_hash_ix on files (hash)',
  'create index if not exists redirects_path_ix on components_slug_redirects (path)',
  'create index if not exists posts_component_ix on posts_cmps (cmp_id, component_type)',
  'create index if not exists pages_component_ix on pages_cmps (cmp_id, component_type)',
  'create index if not exists topics_component_ix on topics_cmps (cmp_id, component_type)',
];

export const blog: Feature = {
  name: 'blog',
  permissions: [writeLinks],
  contentAccess: blogAccess,
  componentAccess: blogComponents,
  adminEndpoints: blogEndpoints,
  siteActions: [
    'api::post.blog.findSitemap',
    'api::post.blog.findPage',
    'api::post.blog.findPosts',
    'api::post.blog.findPost',
    'api::post.blog.findRedirect',
    'api::post.blog.findTopics',
  ],
  documentRules: [
    { phase: 'copy', rule: () => resetCopiedDates },
    { phase: 'complete', rule: giveAuthor },
    { phase: 'complete', rule: () => setFieldsFromBody },
    { phase: 'check-before-publishing', rule: checkPost },
    { phase: 'check-before-publishing', rule: checkPage },
    { phase: 'check-before-publishing', rule: refuseDeletingInUse },
    { phase: 'date', rule: (strapi) => setDates(strapi, () => new Date()) },
    { phase: 'store', rule: keepMentions },
  ],
  indexes,
  createTables: async (strapi) => {
    await createPostIndex(strapi);
    await createMentions(strapi);
  },
  views: [postView, pageView, authorView, topicView, redirectView, seoView],
  demo: [
    { phase: 'people', seed: seedDemoAuthor },
    { phase: 'posts', seed: seedDemoBlog },
  ],
  personalData: 'none',
};
