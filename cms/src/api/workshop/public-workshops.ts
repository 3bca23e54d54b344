import type { Core } from '@strapi/strapi';
import type { WorkshopResponse, workshopsQuery, WorkshopsResponse } from 'shared';
import type { z } from 'zod';
import { practiceOfWorkshops } from '#src/api/practice/read-practice';
import { consistentRead, type UnitOfWork } from '#src/database/unit-of-work';
import { sourcesOf } from '#src/http/serialise';
import { changesAt } from './domain/schedule';
import { withSeats } from './seats/seat-rows';
import { summaryOf, workshopOf } from './serialise-workshop';
import { inList, onPage, whenPublished, type WorkshopPageRow, type WorkshopRow } from './workshop-rows';

const uid = 'api::workshop.workshop';

const earliest = (moments: readonly (string | null)[]): string | null =>
  moments.filter((moment) => moment !== null).sort()[0] ?? null;

/** Returns when the next workshop ends: it then moves from the upcoming to the past ones, which changes both lists. */
const nextEnd = async ({ strapi, trx }: UnitOfWork, at: string): Promise<string | null> => {
  const row = await strapi.db
    .getConnection('workshops')
    .transacting(trx)
    .whereNotNull('published_at')
    .where('ends_at', '>', at)
    .orderBy('ends_at')
    .first<{ ends_at: string } | undefined>('ends_at');
  return row?.ends_at ?? null;
};

/**
 * Returns one page of the published workshops: upcoming ones with the next first, or past ones with the latest first;
 * `changesAt` is when the list next changes without anybody changing a workshop.
 */
export const listPublicWorkshops = (
  strapi: Core.Strapi,
  { when, page, pageSize }: z.output<typeof workshopsQuery>,
  now: Date,
): Promise<WorkshopsResponse> =>
  consistentRead(strapi, async (uow) => {
    const at = now.toISOString();
    const isUpcoming = when === 'upcoming';
    const where = { ...whenPublished, endsAt: isUpcoming ? { $gt: at } : { $lte: at } };
    const total = await strapi.db.query(uid).count({ where });
    const rows = (await strapi.db.query(uid).findMany({
      ...inList,
      where,
      orderBy: [{ startsAt: isUpcoming ? 'asc' : 'desc' }, { id: 'asc' }],
      limit: pageSize,
      offset: (page - 1) * pageSize,
    })) as WorkshopRow[];
    const loaded = await withSeats(uow, rows);
    const practice = await practiceOfWorkshops(strapi);
    return {
      data: loaded.map((one) => summaryOf(one, practice, now)),
      meta: {
        pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total },
        changesAt: earliest([...loaded.map(({ times }) => changesAt(times, now)), await nextEnd(uow, at)]),
      },
    };
  });

/** Returns the published workshop with this slug, and when the clock next changes its state; null if there is none. */
export const findWorkshopPage = (strapi: Core.Strapi, slug: string, now: Date): Promise<WorkshopResponse | null> =>
  consistentRead(strapi, async (uow) => {
    const where = { ...whenPublished, slug };
    const row = (await strapi.db.query(uid).findOne({ ...onPage, where })) as WorkshopPageRow | null;
    const [loaded] = row === null ? [] : await withSeats(uow, [row]);
    if (!row || !loaded) return null;
    const sources = await sourcesOf(strapi, row.description, row.facilitator?.bio);
    const data = workshopOf(loaded, await practiceOfWorkshops(strapi), sources, now);
    return { data, meta: { changesAt: changesAt(loaded.times, now) } };
  });
