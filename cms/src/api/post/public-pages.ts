import type { Core } from '@strapi/strapi';
import type { Page } from 'shared';
import { consistentRead } from '#src/database/unit-of-work';
import { instantOf, textOrNull } from '#src/http/nullable';
import { seoFields, seoOf, type StoredSeo } from '#src/http/seo';
import { blocksOf, filesIn } from '#src/http/serialise-blocks';

interface Row {
  slug: string;
  title: string;
  lead: string | null;
  body: unknown;
  invitesToCall: boolean | null;
  publishedAt: string;
  seo: StoredSeo | null;
}

const pages = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** The published page of that name, or null. `changed` is when it was last published. */
  one: (slug: string): Promise<Page | null> =>
    consistentRead(strapi, async () => {
      const row = (await strapi.db.query('api::page.page').findOne({
        select: ['id', 'slug', 'title', 'lead', 'body', 'invitesToCall', 'publishedAt'],
        where: { slug, publishedAt: { $notNull: true } },
        populate: { seo: seoFields },
      })) as Row | null;
      if (row === null) return null;
      return {
        slug: row.slug,
        title: row.title,
        lead: textOrNull(row.lead),
        body: blocksOf(row.body, await filesIn(strapi, row.body)),
        invitesToCall: row.invitesToCall ?? true,
        changed: instantOf(row.publishedAt),
        seo: seoOf(row.seo),
      };
    }),
});

export default pages;
