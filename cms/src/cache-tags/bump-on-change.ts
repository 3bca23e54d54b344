import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/database/unit-of-work';
import { type ChangeMiddleware, type ContentUid, hasDrafts, type Write } from '#src/documents/change';
import { bumpTag, type ContentTag } from './cache-tags';

const tags: Readonly<Record<ContentUid, ContentTag>> = {
  'api::post.post': 'posts',
  'api::author.author': 'authors',
  'api::topic.topic': 'topics',
  'api::page.page': 'pages',
  'api::practice.practice': 'practice',
  'api::workshop.workshop': 'workshops',
};

const draftOnly: readonly Write[] = ['create', 'update', 'clone', 'discardDraft'];

/** Returns the tag of what readers see differently after a write, or null while it only touches a draft. */
export const tagChangedBy = (uid: ContentUid, action: Write): ContentTag | null =>
  hasDrafts(uid) && draftOnly.includes(action) ? null : tags[uid];

/** Bumps the tag of every change that readers can see, in its own transaction; notifies the site once that is committed. */
export const bumpTagOnChange =
  (strapi: Core.Strapi, notifySite: () => void): ChangeMiddleware =>
  async ({ uid, action }, next) => {
    const tag = tagChangedBy(uid, action);
    if (tag === null) return next();
    return inTransaction(strapi, async (uow) => {
      const result = await next();
      await bumpTag(uow, tag);
      uow.afterCommit(notifySite);
      return result;
    });
  };
