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
export const whyLive = async (
  strapi: Core.Strapi,
  typed: string,
  self: { uid: ContentUid; documentId: string | undefined },
): Promise<string | null> => {
  const path = pathKey(typed);
  if (path === '/') return 'The home page is at this address, so it can’t be an old address.';
  if (isOwn(path)) return `The site uses ${typed} itself, so it can’t be an old address.`;
  const live = (await documentsAt(strapi, path)).find(({ isPublic }) => isPublic);
  if (live === undefined) return null;
  return live.uid === self.uid && live.documentId === self.documentId
    ? `${typed} is the present address, so it would lead back to itself. Remove this entry.`
    : `“${live.title}” is on the site at ${typed}, so it can’t be an old address of something else.`;
};
