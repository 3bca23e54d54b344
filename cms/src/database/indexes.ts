import type { Core } from '@strapi/strapi';

/**
 * Collects statistics for SQLite's query planner. Without them it prefers the index with the most equality conditions
 * and would read the approved comments of every post instead of those of one. PostgreSQL collects its own. The limit of
 * 400 entries per index keeps the start fast.
 */
const analyse = async (strapi: Core.Strapi): Promise<void> => {
  if (strapi.db.dialect.client !== 'sqlite') return;
  await strapi.db.connection.raw('pragma analysis_limit = 400');
  await strapi.db.connection.raw('analyze');
};

/**
 * Creates indexes and unique constraints on tables of content types. Strapi's `unique` creates none, and its schema
 * sync leaves these alone. Partial indexes leave out drafts, of which every public post has one.
 */
export const createIndexes = async (strapi: Core.Strapi, statements: readonly string[]): Promise<void> => {
  for (const statement of statements) await strapi.db.connection.raw(statement);
  await analyse(strapi);
};
