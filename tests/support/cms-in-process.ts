import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as StrapiModule from '@strapi/strapi';
import type { Core } from '@strapi/strapi';
import request from 'supertest';
import { cmsEnvironment, type CmsOptions, type Logins, readLogins, top } from './cms-settings.ts';
import { startPostgres } from './postgres.ts';
import { newDataDir } from './prepared.ts';
import { registerStop } from './running.ts';

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

/** Sets variables of the environment; returns the function that restores those of before. */
const setEnvironment = (env: Record<string, string>): (() => void) => {
  const before = Object.keys(env).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, env);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
};

/** Strapi counts attempts to sign in for the whole process, and other files sign in from the same address. */
const resetSignInLimits = (): void => {
  const inAdmin = createRequire(
    createRequire(createRequire(path.join(top, 'cms/package.json')).resolve('@strapi/strapi')).resolve(
      '@strapi/admin/strapi-server',
    ),
  );
  (inAdmin('koa2-ratelimit') as { Stores: { Memory: { cleanAll: () => void } } }).Stores.Memory.cleanAll();
};

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

interface PermissionEngine {
  engine: { hooks: Record<string, { getHandlers: () => unknown[]; delete: (handler: unknown) => void }> };
}

/**
 * The engine that finds out what somebody may do is one for the process, and each start adds a step to it: after 60
 * files a request took six times as long.
 */
const forgetPermissionSteps = (strapi: Core.Strapi): void => {
  const { engine } = strapi.service('admin::permission') as unknown as PermissionEngine;
  const steps = engine.hooks['before-register.permission'];
  for (const step of steps?.getHandlers() ?? []) steps?.delete(step);
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
 * or `postgres`, unless the options say which. It sends no emails unless it is told where to (`smtpUrl`), so that a
 * test can look at what is queued.
 */
export const startCmsHere = async (options: Partial<Omit<CmsOptions, 'port'>> = {}): Promise<CmsHere> => {
  const dataDir = options.dataDir ?? newDataDir(options.databaseUrl === undefined ? 'plain' : null);
  const postgres =
    options.databaseUrl === undefined && process.env.TEST_DATABASE === 'postgres' ? await startPostgres() : null;
  const databaseUrl =
    options.databaseUrl ?? (await postgres?.createDatabase({ prepared: options.dataDir === undefined }));
  const delivers = { DELIVER_EMAILS: String(options.smtpUrl !== undefined) };
  const env = cmsEnvironment({ ...options, dataDir, port: 9, databaseUrl, env: { ...delivers, ...options.env } });
  const restoreEnvironment = setEnvironment(env);
  resetSignInLimits();
  const appDir = path.join(top, 'cms');
  const strapi = createQuietly(() =>
    load().createStrapi({ appDir, distDir: path.join(appDir, 'dist'), autoReload: false, serveAdminPanel: false }),
  );
  // A test says when the clock's tasks run, or they would in the middle of what it counts.
  strapi.config.set('server.cron.enabled', false);
  const stop = registerStop(async () => {
    if (strapi.isLoaded) forgetPermissionSteps(strapi);
    await destroyQuietly(strapi);
    await postgres?.stop();
    restoreEnvironment();
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
  });
  try {
    await strapi.load();
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
  strapi.server.mount();
  // Otherwise each request would have it listen anew, which costs more than the connection.
  await new Promise<void>((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', resolve));
  const ask = (asked: string): request.Test => request(strapi.server.httpServer).get(asked);
  return {
    strapi,
    dataDir,
    get logins() {
      return readLogins(dataDir);
    },
    asWeb: (asked) => ask(asked).set('authorization', `Bearer ${env.WEB_TOKEN}`),
    anonymously: ask,
    stop,
  };
};
