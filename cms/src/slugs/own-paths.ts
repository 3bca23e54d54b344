import type { Core } from '@strapi/strapi';
import { sitePages } from 'shared';
import { inReadTransaction } from '#src/database/unit-of-work';
import { hasDrafts } from '#src/documents/document-rules';
import { findRedirect } from './find-redirect';
import { kinds, pathKey, slugInPath, type UidWithPage } from './slugs';

/** What readers find at a path of this site: something, nothing, or a page that is not published yet, by its title. */
export type AtPath = 'something' | 'nothing' | { draft: string };

/** What is below a page of the counsellor's: its form, feed or calendar. */
const below = /^(\/(?:blog|topics|workshops)\/[^/]+)\/(?:comment|comments\.xml|feed\.xml|register|calendar\.ics)$/;

/** Uploads and their smaller sizes, such as `/media/small_room_0a1b2c3d4e.webp`. */
const isUpload = async (strapi: Core.Strapi, name: string): Promise<boolean> => {
  const hash = name.replace(/\.[^.]*$/, '');
  const hashes = [hash, hash.replace(/^[a-z]+_/, '')];
  return (await strapi.db.query('plugin::upload.file').count({ where: { hash: { $in: hashes } } })) > 0;
};

interface Row {
  documentId: string;
  title?: string | null;
  publishedAt: string | null;
}

const pageAt = async (strapi: Core.Strapi, path: string, self: unknown): Promise<AtPath> => {
  for (const uid of Object.keys(kinds) as UidWithPage[]) {
    const slug = slugInPath(kinds[uid], path);
    if (slug === null) continue;
    const rows = (await strapi.db.query(uid).findMany({ where: { slug } })) as Row[];
    const [first] = rows;
    if (first === undefined) continue;
    const isShown = ({ documentId, publishedAt }: Row): boolean => publishedAt !== null || documentId === self;
    if (!hasDrafts(uid) || rows.some(isShown)) return 'something';
    return { draft: first.title ?? '' };
  }
  return 'nothing';
};

/**
 * Returns what readers find at a path of this site, in whatever spelling.
 * @param self the document that is being published and counts as such
 */
export const findAtPath = async (strapi: Core.Strapi, path: string, self?: unknown): Promise<AtPath> => {
  const upload = /^\/media\/([^/]+)$/.exec(path)?.[1];
  if (upload !== undefined) return (await isUpload(strapi, upload)) ? 'something' : 'nothing';
  const key = pathKey(path);
  if (sitePages.some((page) => page === key)) return 'something';
  const found = await pageAt(strapi, below.exec(key)?.[1] ?? key, self);
  if (found === 'something') return found;
  const moved = await inReadTransaction(strapi, (uow) => findRedirect(uow, key));
  return moved === null ? found : 'something';
};
