import path from 'node:path';
import { createStrapi, type Core } from '@strapi/strapi';

/** `cms/`, seen from where this file is built to: `cms/dist/src/import`. */
const appDir = path.resolve(__dirname, '../../..');

/**
 * Loads the CMS in this process without listening, does the work and lets go of the database. A CMS that is running on
 * the same database does not mind: both wait for each other's transactions.
 */
export async function withCms<T>(work: (strapi: Core.Strapi) => Promise<T>): Promise<T> {
  const strapi = createStrapi({ appDir, distDir: path.join(appDir, 'dist') });
  // What is done by the clock is done by the CMS that serves.
  strapi.config.set('server.cron.enabled', false);
  try {
    await strapi.load();
    return await work(strapi);
  } finally {
    await strapi.destroy();
  }
}
