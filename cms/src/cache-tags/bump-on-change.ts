import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/database/unit-of-work';
import { type ChangeMiddleware, type ContentUid, hasDrafts, type Write } from '#src/documents/document-rules';
import { settingsOf } from '#src/settings';
import { bumpTag, type ContentTag } from './cache-tags';

const timeoutMs = 1_000;

/**
 * Returns a function that tells the site that something changed, so that it reads the tag versions now and not within
 * the second. It may be called at any rate: one request is in flight at a time, and at most one more follows.
 * If a request is lost, the site learns of the change a second later.
 */
export const createNotifySite = (strapi: Core.Strapi): (() => void) => {
  const { siteInternalUrl, webhookSecret } = settingsOf(strapi);
  let inFlight = false;
  let again = false;

  const callWebhook = async (): Promise<void> => {
    try {
      const response = await fetch(new URL('/webhooks/content-changed', siteInternalUrl), {
        method: 'POST',
        headers: { authorization: `Bearer ${webhookSecret}` },
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
      });
      if (!response.ok) strapi.log.debug(`webhook content-changed: status ${response.status}`);
    } catch {
      strapi.log.debug('webhook content-changed: site not reached');
    }
  };

  const notify = async (): Promise<void> => {
    inFlight = true;
    do {
      again = false;
      await callWebhook();
    } while (again);
    inFlight = false;
  };

  return () => {
    again = true;
    if (webhookSecret !== '' && !inFlight) void notify();
  };
};

const tags: Readonly<Record<ContentUid, ContentTag>> = {
  'api::post.post': 'posts',
  'api::author.author': 'authors',
  'api::topic.topic': 'topics',
  'api::page.page': 'pages',
  'api::practice.practice': 'practice',
  'api::workshop.workshop': 'workshops',
};

const draftOnly: readonly Write[] = ['create', 'update', 'clone', 'discardDraft'];

/** Returns the tag of the content that a write changes for readers, or null for a write to a draft. */
export const tagChangedBy = (uid: ContentUid, action: Write): ContentTag | null =>
  hasDrafts(uid) && draftOnly.includes(action) ? null : tags[uid];

/**
 * Bumps the tag of every change that readers can see, in its own transaction; notifies the site once that is committed.
 */
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
