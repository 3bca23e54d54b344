import type { Core } from '@strapi/strapi';
import type { LatestCommentsResponse } from 'shared';
import { consistentRead } from '#src/database/unit-of-work';
import { postOfComments } from './commented-post';
import { publicColumns, publicComment, type PublicRow } from './public-comment';
import { ask, hasPlace, readable } from './visible-comments';

const most = 50;

/** Who wrote under a post of late, and when, newest first; null when there is no such post. Without words: a feed can't take them back. */
export const latestOf = (strapi: Core.Strapi, slug: string, now: Date): Promise<LatestCommentsResponse | null> =>
  consistentRead(strapi, async (uow) => {
    const post = await postOfComments(strapi, { slug }, now);
    if (post === null) return null;
    const rows = await ask<PublicRow>(
      uow,
      `select ${publicColumns.map((column) => `c.${column}`).join(', ')} from comments c where c.post_id = ? and ${readable('c')}
         and (c.root_id is null or exists (select 1 from comments root where root.id = c.root_id and ${hasPlace('root')}))
         order by c.sent desc, c.id desc limit ?`,
      [post.id, most],
    );
    const data = rows.map((row) => {
      const { number, at, by } = publicComment(row, null, post.counsellor);
      return { number, at, by };
    });
    return {
      data,
      meta: { pagination: { page: 1, pageSize: most, pageCount: data.length > 0 ? 1 : 0, total: data.length } },
    };
  });
