import type { Core } from '@strapi/strapi';

/**
 * Without statistics SQLite takes the index with most equal signs: of a post's comments it would read all that are
 * approved, of every post. PostgreSQL keeps its own. Bounded to some hundred entries an index, so it takes no time at a
 * start.
 */
const analyse = async (strapi: Core.Strapi): Promise<void> => {
  if (strapi.db.dialect.client !== 'sqlite') return;
  await strapi.db.connection.raw('pragma analysis_limit = 400');
  await strapi.db.connection.raw('analyze');
};

/**
 * Creates what the database itself refuses (two of one slug) and what it finds quickly. Strapi's `unique` makes no
 * index; its schema sync leaves these alone. Partial indexes keep drafts, of which every public post has one, out of
 * readers' way.
 */
export const createIndexes = async (strapi: Core.Strapi, statements: readonly string[]): Promise<void> => {
  for (const statement of statements) await strapi.db.connection.raw(statement);
  await analyse(strapi);
};
