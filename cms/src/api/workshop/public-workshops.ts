import type { Core } from '@strapi/strapi';
import type { Workshop, workshopsQuery, WorkshopsResponse } from 'shared';
import type { z } from 'zod';
import { practiceOfWorkshops } from '#src/api/practice/read-practice';
import { consistentRead, type UnitOfWork } from '#src/database/unit-of-work';
import { filesIn } from '#src/http/serialise';
import { changesAt } from './domain/state';
import { withSeats } from './seats/seat-rows';
import { summaryOf, workshopOf } from './serialise-workshop';
import { inList, isPublic, onPage, type WorkshopPageRow, type WorkshopRow } from './workshop-rows';

const uid = 'api::workshop.workshop';
type Query = z.output<typeof workshopsQuery>;

/**
 * The first of what changes by the clock in a list: one of its entries, or one that goes from what comes to what is
 * past.
 */
const soonest = (moments: readonly (string | null)[]): string | null =>
  moments.filter((moment) => moment !== null).sort()[0] ?? null;

const workshops = ({ strapi }: { strapi: Core.Strapi }) => {
  /** The next moment in which some workshop is over: then both lists change, on whatever page. */
  const nextEnd = async (uow: UnitOfWork, at: string): Promise<string | null> => {
    const row = await strapi.db
      .getConnection('workshops')
      .transacting(uow.trx)
      .whereNotNull('published_at')
      .where('ends_at', '>', at)
      .orderBy('ends_at')
      .first<{ ends_at: string } | undefined>('ends_at');
    return row?.ends_at ?? null;
  };

  return {
    list: ({ when, page, pageSize }: Query, now: Date): Promise<WorkshopsResponse> =>
      consistentRead(strapi, async (uow) => {
        const at = now.toISOString();
        const upcoming = when === 'coming';
        const where = { ...isPublic, endsAt: upcoming ? { $gt: at } : { $lte: at } };
        const total = await strapi.db.query(uid).count({ where });
        const rows = (await strapi.db.query(uid).findMany({
          ...inList,
          where,
          orderBy: [{ startsAt: upcoming ? 'asc' : 'desc' }, { id: 'asc' }],
          limit: pageSize,
          offset: (page - 1) * pageSize,
        })) as WorkshopRow[];
        const loaded = await withSeats(uow, rows);
        const moments = [...loaded.map(({ times }) => changesAt(times, now)), await nextEnd(uow, at)];
        return {
          data: loaded.map((one) => summaryOf(one, now)),
          meta: {
            pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total },
            changesAt: soonest(moments),
          },
        };
      }),

    /** The published workshop of that name, and when the clock alone changes that answer; or null. */
    one: (slug: string, now: Date): Promise<{ data: Workshop; meta: { changesAt: string | null } } | null> =>
      consistentRead(strapi, async (uow) => {
        const row = (await strapi.db
          .query(uid)
          .findOne({ ...onPage, where: { ...isPublic, slug } })) as WorkshopPageRow | null;
        const [loaded] = row === null ? [] : await withSeats(uow, [row]);
        if (!row || !loaded) return null;
        const files = await filesIn(strapi, row.description, row.facilitator?.bio);
        const data = workshopOf(loaded, await practiceOfWorkshops(strapi), files, now);
        return { data, meta: { changesAt: changesAt(loaded.times, now) } };
      }),
  };
};

export default workshops;
