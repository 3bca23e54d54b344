import { chmod, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

/** Of better-sqlite3, what a copy needs. */
interface Connection {
  backup: (target: string, options: { progress: () => number }) => Promise<unknown>;
  pragma: (statement: string) => unknown;
}

interface Client {
  acquireConnection: () => Promise<Connection>;
  releaseConnection: (connection: Connection) => Promise<void>;
}

/** Everything in one step. */
const allPages = 0x7fff_ffff;

const savedPattern = /^quiet-room-saved-.*\.db$/;

/** Whether a file of the data folder is such a copy. */
export const isSavedDatabase = (name: string): boolean => savedPattern.test(name);

/**
 * Copies the database that is open, whatever its path names by now, into a file of its own with the time in its name,
 * through SQLite's online backup. The write-ahead log is emptied afterwards: SQLite would apply it to whatever file is
 * put in the database's place.
 * @returns the path of the copy, which is complete
 */
export const saveOpenDatabase = async (strapi: Core.Strapi, folder: string): Promise<string> => {
  const client = strapi.db.connection.client as Client;
  const instant = new Date()
    .toISOString()
    .replaceAll(':', '-')
    .replace(/\.\d+Z$/, 'Z');
  const target = path.join(folder, `quiet-room-saved-${instant}.db`);
  const draft = `${target}.partial`;
  const connection = await client.acquireConnection();
  try {
    await connection.backup(draft, { progress: () => allPages });
    await chmod(draft, 0o600);
    await rename(draft, target);
    connection.pragma('wal_checkpoint(TRUNCATE)');
    return target;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    await client.releaseConnection(connection);
  }
};
