import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import type { ChangeMiddleware } from './change';

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '23505' || error.code === 'SQLITE_CONSTRAINT_UNIQUE');

/**
 * One change at a time, each in one transaction: what a rule reads (is this slug free? what was public until now?) is
 * still true when it writes, on PostgreSQL too and beside the importer, which is another process.
 */
export const writeOneAtATime =
  (strapi: Core.Strapi, lockContent: (uow: UnitOfWork) => Promise<unknown>): ChangeMiddleware =>
  async (_change, next) => {
    try {
      return await inTransaction(strapi, async (uow) => {
        await lockContent(uow);
        return next();
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new errors.ValidationError('Something else took this address at the same moment. Save it once more.');
    }
  };
