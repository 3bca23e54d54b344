import type { Core } from '@strapi/strapi';
import { ownFolders, ownPaths } from 'shared';
import { type ContentUid, hasDrafts } from '#src/documents/document-rules';
import { kindOf, pathKey, slugInPath, uidsWithPage, type UidWithPage } from './slugs';

/** What the site shows below the page of a document. */
const belowPages: Readonly<Record<UidWithPage, RegExp | null>> = {
  'api::post.post': /^(\/blog\/[^/]+)\/(?:comment|comments\.xml|comments\/.+)$/,
  'api::topic.topic': /^(\/topics\/[^/]+)\/feed\.xml$/,
  'api::workshop.workshop': /^(\/workshops\/[^/]+)\/(?:register|calendar\.ics)$/,
  'api::page.page': null,
};

const isOwn = (path: string): boolean => {
  const [, folder = '', inside] = path.split('/');
  // Paths that begin with an underscore are the framework's.
  if (ownPaths.includes(path) || folder.startsWith('_')) return true;
  return inside !== undefined && (ownFolders as readonly string[]).includes(folder);
};

interface LiveDocument {
  uid: ContentUid;
  documentId: string;
  title: string;
}

const titleField = (uid: UidWithPage): 'name' | 'title' => (uid === 'api::topic.topic' ? 'name' : 'title');

const liveDocumentAt = async (strapi: Core.Strapi, path: string): Promise<LiveDocument | null> => {
  for (const uid of uidsWithPage) {
    const page = belowPages[uid]?.exec(path)?.[1] ?? path;
    const slug = slugInPath(kindOf(uid), page);
    if (slug === null) continue;
    const where = { slug, ...(hasDrafts(uid) && { publishedAt: { $notNull: true } }) };
    const select = ['documentId', titleField(uid)];
    const row = (await strapi.db.query(uid).findOne({ select, where })) as Record<string, string> | null;
    if (row) return { uid, documentId: row.documentId ?? '', title: row[titleField(uid)] ?? '' };
  }
  return null;
};

/**
 * Returns why a path can't be an old address of a document, as a sentence: something is on the site there, so that
 * nobody would be led on, or be led in a circle. Null if nothing is.
 *
 * @param self the document that it would lead to; undefined for a new one
 */
export const whyLive = async (
  strapi: Core.Strapi,
  typed: string,
  self: { uid: ContentUid; documentId: string | undefined },
): Promise<string | null> => {
  const path = pathKey(typed);
  if (path === '/') return 'The home page is at this address, so it can’t be an old address.';
  if (isOwn(path)) return `The site uses ${typed} itself, so it can’t be an old address.`;
  const live = await liveDocumentAt(strapi, path);
  if (live === null) return null;
  return live.uid === self.uid && live.documentId === self.documentId
    ? `${typed} is the present address, so it would lead back to itself. Remove this entry.`
    : `“${live.title}” is on the site at ${typed}, so it can’t be an old address of something else.`;
};
