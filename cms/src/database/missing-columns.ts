import type { Core } from '@strapi/strapi';
import { StartRefusal } from '#src/start-refusal';

interface Table {
  name: string;
  columns: readonly { name: string }[];
}

/** The tables and columns that the content types of this version need. */
const neededTables = (strapi: Core.Strapi): readonly Table[] => strapi.db.schema.schema.tables;

/** Columns and tables have codes of their own on PostgreSQL; SQLite says it in words. */
const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && (error.code === '42703' || error.code === '42P01')) ||
    /no such (?:column|table)/.test(error.message));

const missingIn = async (strapi: Core.Strapi, { name, columns }: Table): Promise<string[]> => {
  const existing = await strapi.db.getConnection(name).columnInfo();
  if (Object.keys(existing).length === 0) return [name];
  return columns.filter((column) => !(column.name in existing)).map((column) => `${name}.${column.name}`);
};

/** Returns the tables and columns that are missing, such as `comments.text`, by a query for each table that reads no row. */
export const findMissingColumns = async (strapi: Core.Strapi): Promise<string[]> => {
  const missing: string[] = [];
  for (const table of neededTables(strapi)) {
    try {
      await strapi.db
        .getConnection(table.name)
        .select(table.columns.map((column) => column.name))
        .whereRaw('1 = 0');
    } catch (error) {
      if (!isMissing(error)) throw error;
      missing.push(...(await missingIn(strapi, table)));
    }
  }
  return missing;
};

const maxNamed = 5;

/** Returns the first of them as text for a sentence. */
export const listMissing = (missing: readonly string[]): string =>
  missing.slice(0, maxNamed).join(', ') + (missing.length > maxNamed ? ` and ${missing.length - maxNamed} more` : '');

/**
 * Strapi compares the schema with what it stored about it, not with the tables: a column that somebody dropped, or a
 * half-restored backup, would only show when a reader needs it.
 *
 * @throws StartRefusal that names what is missing
 */
export const refuseMissingColumns = async (strapi: Core.Strapi): Promise<void> => {
  const missing = await findMissingColumns(strapi);
  if (missing.length === 0) return;
  throw new StartRefusal(
    `The database lacks ${listMissing(missing)}. It belongs to another version, was restored in part, or was changed by hand. Put a whole backup in its place: docs/guide/backup.md.`,
  );
};
