import type { Core } from '@strapi/strapi';
import type { StoredTimes } from '#src/api/workshop/domain/stored-workshop';
import { timesOf } from '#src/api/workshop/domain/times';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import type { ChangeMiddleware } from '#src/documents/change';

const uid = 'api::workshop.workshop';

interface Row extends StoredTimes {
  id: number;
  startsAt: string | null;
  endsAt: string | null;
}

const keepTimesOf = async (uow: UnitOfWork, documentId: string): Promise<void> => {
  const rows = (await uow.strapi.db.query(uid).findMany({
    select: ['id', 'timeZone', 'opensDay', 'opensTime', 'closesDay', 'closesTime', 'startsAt', 'endsAt'],
    where: { documentId },
    populate: { sessions: true },
  })) as Row[];
  for (const row of rows) {
    const times = timesOf(row);
    const [starts_at, ends_at] = [times?.starts ?? null, times?.ends ?? null];
    if (starts_at !== row.startsAt || ends_at !== row.endsAt)
      await uow.strapi.db
        .getConnection('workshops')
        .transacting(uow.trx)
        .where({ id: row.id })
        .update({ starts_at, ends_at });
  }
};

/** When a workshop begins and ends, as instants that lists sort by: worked out from its sessions whenever those may have changed. */
export const keepTimes =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async ({ uid: changed, action, params }, next) => {
    if (changed !== uid || action === 'delete') return next();
    return inTransaction(strapi, async (uow) => {
      const result = await next();
      const documentId =
        params.documentId !== undefined && action !== 'clone'
          ? params.documentId
          : (result as { documentId?: string } | null)?.documentId;
      if (documentId !== undefined) await keepTimesOf(uow, documentId);
      return result;
    });
  };
