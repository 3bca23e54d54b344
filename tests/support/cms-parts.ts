import { createRequire } from 'node:module';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { top } from './cms-settings.ts';

/**
 * A part of the built CMS that the clock or a command line runs, and no address does: `path` is below `cms/dist/src`.
 */
export const cmsPart = <T>(place: string): T =>
  createRequire(import.meta.url)(path.join(top, 'cms/dist/src', place)) as T;

type InUnitOfWork = <T>(strapi: Core.Strapi, work: (uow: unknown) => Promise<T>) => Promise<T>;

/** Runs `work` in a unit of work of the CMS, as its own services do. */
export const inUnitOfWork: InUnitOfWork = (strapi, work) =>
  cmsPart<{ inReadTransaction: InUnitOfWork }>('database/unit-of-work.js').inReadTransaction(strapi, work);

type Row = Record<string, unknown>;

/** Returns a function that runs a statement on the CMS's own connection and returns its rows. */
export const selectFrom =
  (strapi: Core.Strapi) =>
  async (statement: string): Promise<Row[]> => {
    const answer = await strapi.db.connection.raw<Row[] | { rows: Row[] }>(statement);
    return Array.isArray(answer) ? answer : answer.rows;
  };
