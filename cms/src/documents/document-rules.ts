import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { type ChangeMiddleware, hasDrafts } from '#src/documents/change';
import type { DocumentRule } from '#src/documents/register-rules';

/**
 * Splits a `create` or `update` with status `published` in two, save the draft and publish it, because it would bypass
 * every rule about `publish`.
 */
const splitPublishing =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async (change, next) => {
    const { uid, action, params } = change;
    if (!hasDrafts(uid) || (action !== 'create' && action !== 'update') || params.status !== 'published') return next();
    change.params = { ...params, status: 'draft' };
    const draft = (await next()) as { documentId: string } | null;
    if (draft === null) return draft;
    const { entries } = await strapi.documents(uid).publish({ documentId: draft.documentId });
    return entries[0];
  };

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '23505' || error.code === 'SQLITE_CONSTRAINT_UNIQUE');

/**
 * Runs one change at a time, each in one transaction: what a rule reads (is this slug free? what was public until now?) is
 * still true when it writes, on PostgreSQL too and beside the importer, which is another process.
 */
const writeOneAtATime =
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

/** The rules for documents of every type. `lockContent` waits until no other transaction is changing content. */
export const documentRules = (lockContent: (uow: UnitOfWork) => Promise<unknown>): readonly DocumentRule[] => [
  { phase: 'transaction', rule: (strapi) => writeOneAtATime(strapi, lockContent) },
  { phase: 'publish', rule: splitPublishing },
];
