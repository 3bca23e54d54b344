import type { Core } from '@strapi/strapi';
import type { StoredSession } from '#src/api/workshop/domain/stored-workshop';
import type { WorkshopRow } from '#src/api/workshop/workshop-rows';

/** A workshop as the desk needs it, published or a draft. */
export interface AdminWorkshopRow extends Pick<
  WorkshopRow,
  'id' | 'documentId' | 'timeZone' | 'opensDay' | 'opensTime' | 'closesDay' | 'closesTime' | 'prices'
> {
  slug: string;
  title: string;
  publishedAt: string | null;
  cpdHours: number | string | null;
  sessions: StoredSession[];
}

const select = [
  'id',
  'documentId',
  'slug',
  'title',
  'publishedAt',
  'timeZone',
  'opensDay',
  'opensTime',
  'closesDay',
  'closesTime',
  'cpdHours',
];

/** The rows with these ids; joins the transaction that is under way. */
export const adminWorkshopRows = async (strapi: Core.Strapi, ids: readonly number[]): Promise<AdminWorkshopRow[]> =>
  (await strapi.db.query('api::workshop.workshop').findMany({
    select,
    populate: { sessions: true, prices: true },
    where: { id: { $in: [...ids] } },
  })) as AdminWorkshopRow[];
