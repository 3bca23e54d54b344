import { type ContentUid, hasDrafts, type Write } from '#src/documents/change';
import type { ContentKind } from './tag-versions';

const kinds: Readonly<Record<ContentUid, ContentKind>> = {
  'api::post.post': 'posts',
  'api::author.author': 'authors',
  'api::topic.topic': 'topics',
  'api::page.page': 'pages',
  'api::practice.practice': 'practice',
  'api::workshop.workshop': 'workshops',
};

const draftOnly: readonly Write[] = ['create', 'update', 'clone', 'discardDraft'];

/** What readers see differently after it, or null while it only touches a draft. */
export const changedKind = (uid: ContentUid, action: Write): ContentKind | null =>
  hasDrafts(uid) && draftOnly.includes(action) ? null : kinds[uid];
