import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as StrapiModule from '@strapi/strapi';
import type { Core } from '@strapi/strapi';
import request from 'supertest';
import { cmsEnvironment, type CmsOptions, type Logins,readLogins, top } from './cms-settings.ts';
import { startPostgres } from './postgres.ts';
import { newDataDir } from './prepared.ts';

export interface CmsHere {
  strapi: Core.Strapi;
  dataDir: string;
  logins: Logins;
  /** Asks as the site does, with its token. */
  asWeb: (path: string) => request.Test;
  /** Asks as anybody who comes along. */
  anonymously: (path: string) => request.Test;
  stop: () => Promise<void>;
}

const load = (): typeof StrapiModule =>
  // Strapi loads as CommonJS only: as a module it trips over lodash's folders.
  createRequire(path.join(top, 'cms/package.json'))('@strapi/strapi') as typeof StrapiModule;

/** Strapi listens to signals for a process of its own; this one belongs to the test runner. */
const createQuietly = (create: () => Core.Strapi): Core.Strapi => {
  const signals = ['SIGTERM', 'SIGINT'] as const;
  const before = signals.map((signal) => process.listeners(signal));
  const strapi = create();
  signals.forEach((signal, i) =>
    process.listeners(signal).forEach((listener) => before[i]?.includes(listener) || process.off(signal, listener)),
  );
  return strapi;
};

/** `destroy` would take the runner's own listeners away with Strapi's. */
const destroyQuietly = async (strapi: Core.Strapi): Promise<void> => {
  const removeAll = process.removeAllListeners.bind(process);
  process.removeAllListeners = () => process;
  try {
    await strapi.destroy();
  } finally {
    process.removeAllListeners = removeAll;
  }
};

/**
 * The built CMS (`cms/dist`) inside this process, with an empty database of the kind that TEST_DATABASE names: `sqlite`
 * or `postgres`, unless the options say which. It sends no letters unless it is told where to (`smtpUrl`), so that a test
 * can look at what is owed.
 */
export const startCmsHere = async (options: Partial<Omit<CmsOptions, 'port'>> = {}): Promise<CmsHere> => {
  const dataDir = options.dataDir ?? newDataDir(options.databaseUrl === undefined ? 'plain' : null);
  const postgres =
    options.databaseUrl === undefined && process.env.TEST_DATABASE === 'postgres' ? await startPostgres() : null;
  const databaseUrl =
    options.databaseUrl ?? (await postgres?.createDatabase({ prepared: options.dataDir === undefined }));
  const delivers = { DELIVER_LETTERS: String(options.smtpUrl !== undefined) };
  const env = cmsEnvironment({ ...options, dataDir, port: 9, databaseUrl, env: { ...delivers, ...options.env } });
  Object.assign(process.env, env);
  const appDir = path.join(top, 'cms');
  const strapi = createQuietly(() =>
    load().createStrapi({ appDir, distDir: path.join(appDir, 'dist'), autoReload: false, serveAdminPanel: false }),
  );
  // A test says when the clock's tasks run, or they would in the middle of what it counts.
  strapi.config.set('server.cron.enabled', false);
  await strapi.load();
  strapi.server.mount();
  const ask = (asked: string): request.Test => request(strapi.server.httpServer).get(asked);
  return {
    strapi,
    dataDir,
    get logins() {
      return readLogins(dataDir);
    },
    asWeb: (asked) => ask(asked).set('authorization', `Bearer ${env.WEB_TOKEN}`),
    anonymously: ask,
    stop: async () => {
      await destroyQuietly(strapi);
      await postgres?.stop();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
