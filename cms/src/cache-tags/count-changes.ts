import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/database/unit-of-work';
import type { ChangeMiddleware } from '#src/documents/change';
import { changedKind } from './changed-tag';
import { countChange } from './tag-versions';

/** Every change that readers can see counts, in its own transaction; the site hears of it once that is committed. */
export const countChanges =
  (strapi: Core.Strapi, tellSite: () => void): ChangeMiddleware =>
  async ({ uid, action }, next) => {
    const kind = changedKind(uid, action);
    if (kind === null) return next();
    return inTransaction(strapi, async (uow) => {
      const result = await next();
      await countChange(uow, kind);
      uow.afterCommit(tellSite);
      return result;
    });
  };
