import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Core, createStrapi } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { NotDone } from './command-error';

/** `cms/`, seen from where this file is built to: `cms/dist/src/commands`. */
const appDir = path.resolve(__dirname, '../../..');

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

/** What people could do about it is said by the rules; everything else is the CMS's own trouble. */
const asOneSentence = (error: unknown, nothing: string): NotDone => {
  if (error instanceof NotDone) return error;
  const sentence =
    error instanceof errors.ApplicationError
      ? 'The CMS does not take this'
      : `${nothing}, because the CMS can’t be used`;
  return new NotDone(`${sentence}: ${reasonOf(error)}`, { cause: error });
};

interface Pool {
  numUsed: () => number;
  numPendingAcquires: () => number;
}

/**
 * Strapi tells its listeners of a change after the commit, reads the entry again for that, and waits for nobody: taking
 * the connections away at once would end the process with an error. At most five seconds.
 */
async function untilQuiet(strapi: Core.Strapi): Promise<void> {
  const { pool } = strapi.db.connection.client as { pool: Pool };
  for (let quiet = 0, rounds = 0; quiet < 3 && rounds < 250; rounds++) {
    await pause(20);
    quiet = pool.numUsed() + pool.numPendingAcquires() === 0 ? quiet + 1 : 0;
  }
}

/**
 * Loads the CMS in this process without listening, does the work and lets go of the database. A CMS that is running on
 * the same database does not mind: both wait for each other's transactions. Throws `NotDone` when it can't be done; `nothing` begins
 * that sentence, such as “Nothing was imported”.
 */
export async function withCms<T>(nothing: string, work: (strapi: Core.Strapi) => Promise<T>): Promise<T> {
  const strapi = createStrapi({ appDir, distDir: path.join(appDir, 'dist') });
  // What is done by the clock is done by the CMS that serves.
  strapi.config.set('server.cron.enabled', false);
  strapi.config.set('quiet-room.mail.delivers', false);
  try {
    await strapi.load();
    const result = await work(strapi);
    await untilQuiet(strapi);
    return result;
  } catch (error) {
    throw asOneSentence(error, nothing);
  } finally {
    await strapi.destroy();
  }
}
