import type { Core } from '@strapi/strapi';
import { selectRaw, type UnitOfWork } from '#src/database/unit-of-work';

/** A published workshop as a list of choices names it. `endsAt` is when its last session ends (ISO 8601). */
export interface UpcomingWorkshop {
  readonly documentId: string;
  readonly slug: string;
  readonly title: string;
  readonly endsAt: string;
}

/** More than anybody announces at once. */
const maxWorkshops = 100;

const statement = `
  select document_id as "documentId", slug, title, ends_at as "endsAt"
  from workshops
  where published_at is not null and ends_at > ?
  order by starts_at, id
  limit ${maxWorkshops}`;

/** Returns the published workshops that are not over, soonest first. */
export const upcomingWorkshops = (uow: UnitOfWork, now: Date): Promise<UpcomingWorkshop[]> =>
  selectRaw<UpcomingWorkshop>(uow, statement, [now.toISOString()]);

/** Returns where readers find a workshop; null if none is named, or it is not published. */
export const publishedSlug = async (strapi: Core.Strapi, documentId: string | null): Promise<string | null> => {
  if (documentId === null) return null;
  const row = (await strapi.db.query('api::workshop.workshop').findOne({
    select: ['id', 'slug'],
    where: { documentId, publishedAt: { $notNull: true } },
  })) as { slug: string | null } | null;
  return row?.slug ?? null;
};
