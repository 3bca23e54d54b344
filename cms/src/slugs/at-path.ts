import type { Core } from '@strapi/strapi';
import { ownFolders, ownPaths, sitePages } from 'shared';
import { inReadTransaction } from '#src/database/unit-of-work';
import { type ContentUid, hasDrafts } from '#src/documents/document-rules';
import { findRedirect } from './find-redirect';
import { kindOf, pageAbove, pathKey, slugInPath, slugSources, uidsWithPage, type UidWithPage } from './slugs';

interface DocumentAtPath {
  uid: UidWithPage;
  documentId: string;
  title: string;
  isPublic: boolean;
}

type Row = Record<string, string | null> & { documentId: string };

/** Returns the documents whose page is at a path, or has it below itself, as drafts and in public. */
const documentsAt = async (strapi: Core.Strapi, path: string): Promise<DocumentAtPath[]> => {
  const page = pageAbove(path);
  const found: DocumentAtPath[] = [];
  for (const uid of uidsWithPage) {
    const slug = slugInPath(kindOf(uid), page);
    if (slug === null) continue;
    const { field } = slugSources[uid];
    const select = ['documentId', field, ...(hasDrafts(uid) ? ['publishedAt'] : [])];
    const rows = (await strapi.db.query(uid).findMany({ select, where: { slug } })) as Row[];
    for (const row of rows) {
      const isPublic = !hasDrafts(uid) || row.publishedAt !== null;
      found.push({ uid, documentId: row.documentId, title: row[field] ?? '', isPublic });
    }
  }
  return found;
};

/** Uploads and their smaller sizes, such as `/media/small_room_0a1b2c3d4e.webp`. */
const isUpload = async (strapi: Core.Strapi, name: string): Promise<boolean> => {
  const hash = name.replace(/\.[^.]*$/, '');
  const hashes = [hash, hash.replace(/^[a-z]+_/, '')];
  return (await strapi.db.query('plugin::upload.file').count({ where: { hash: { $in: hashes } } })) > 0;
};

/** What readers find at a path of this site: something, nothing, or a page that is not published yet, by its title. */
export type AtPath = 'something' | 'nothing' | { draft: string };

/**
 * Returns what readers find at a path of this site, in whatever spelling.
 * @param self the document that is being published and counts as such
 */
export const findAtPath = async (strapi: Core.Strapi, path: string, self?: unknown): Promise<AtPath> => {
  const upload = /^\/media\/([^/]+)$/.exec(path)?.[1];
  if (upload !== undefined) return (await isUpload(strapi, upload)) ? 'something' : 'nothing';
  const key = pathKey(path);
  if (sitePages.some((page) => page === key)) return 'something';
  const found = await documentsAt(strapi, key);
  if (found.some(({ documentId, isPublic }) => isPublic || documentId === self)) return 'something';
  if ((await inReadTransaction(strapi, (uow) => findRedirect(uow, key))) !== null) return 'something';
  const [draft] = found;
  return draft === undefined ? 'nothing' : { draft: draft.title };
};

/** The document that is being changed; without an id, a new one. */
export interface Self {
  readonly uid: ContentUid;
  readonly documentId: string | undefined;
}

const liveAt = async (strapi: Core.Strapi, path: string): Promise<DocumentAtPath | undefined> =>
  (await documentsAt(strapi, path)).find(({ isPublic }) => isPublic);

const isSame = (one: DocumentAtPath, self: Self): boolean => one.uid === self.uid && one.documentId === self.documentId;

const takenBy = ({ title }: DocumentAtPath, path: string): string =>
  `“${title}” is on the site at ${path}, so it can’t be an old address of something else.`;

const isOwn = (path: string): boolean => {
  const [, folder = '', inside] = path.split('/');
  // Paths that begin with an underscore are the framework's.
  if (ownPaths.includes(path) || folder.startsWith('_')) return true;
  return inside !== undefined && (ownFolders as readonly string[]).includes(folder);
};

/**
 * Returns why a path can't be an old address of a document, as a sentence: something is on the site there, so that
 * nobody would be led on, or be led in a circle. Null if nothing is.
 *
 * @param self the document that it would lead to; undefined for a new one
 */
export const whyLive = async (strapi: Core.Strapi, typed: string, self: Self): Promise<string | null> => {
  const path = pathKey(typed);
  if (path === '/') return 'The home page is at this address, so it can’t be an old address.';
  if (isOwn(path)) return `The site uses ${typed} itself, so it can’t be an old address.`;
  const live = await liveAt(strapi, path);
  if (live === undefined) return null;
  return isSame(live, self)
    ? `${typed} is the current address, so it would lead back to itself. Remove this entry.`
    : takenBy(live, typed);
};

/** Returns why a path can't be an old address: another document is on the site there. Null if none is. */
export const whyLiveElsewhere = async (strapi: Core.Strapi, path: string, self: Self): Promise<string | null> => {
  const live = await liveAt(strapi, path);
  return live === undefined || isSame(live, self) ? null : takenBy(live, path);
};

/**
 * Returns the title of another document to which a path leads as an old address, or null.
 * @param seenBy readers: in public only; anyone: as a draft, too
 */
export const findClaim = async (
  strapi: Core.Strapi,
  path: string,
  self: Self,
  seenBy: 'readers' | 'anyone',
): Promise<string | null> => {
  for (const uid of uidsWithPage) {
    const { field } = slugSources[uid];
    const where = {
      redirects: { path },
      ...(uid === self.uid && self.documentId !== undefined && { documentId: { $ne: self.documentId } }),
      ...(seenBy === 'readers' && hasDrafts(uid) && { publishedAt: { $notNull: true } }),
    };
    const row = (await strapi.db.query(uid).findOne({ select: [field], where })) as Row | null;
    if (row !== null) return row[field]?.trim() || 'Something without a title';
  }
  return null;
};
