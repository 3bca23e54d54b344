import type { Core } from '@strapi/strapi';
import type { ChangeMiddleware } from '../../documents/change';
import { inTransaction } from '../../documents/transaction';
import { changedKind } from '../changed-kind';
import { countChange } from '../table';

/** Every change that readers can see counts, in its own transaction; the site hears of it once that is committed. */
export const countChanges =
  (strapi: Core.Strapi, tellSite: () => void): ChangeMiddleware =>
  async ({ uid, action }, next) => {
    const kind = changedKind(uid, action);
    if (kind === null) return next();
    return inTransaction(strapi, async ({ trx, onCommit }) => {
      const result = await next();
      await countChange(strapi, trx, kind);
      onCommit(tellSite);
      return result;
    });
  };
