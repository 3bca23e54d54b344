import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { cronTasks } from './cron-tasks';

/** Milliseconds. A request may take two minutes to arrive (10 MB over a slow line), its headers ten seconds. */
const timeouts = { headersTimeout: 10_000, requestTimeout: 120_000, connectionsCheckingInterval: 2_000 };

export default ({ env }: Core.Config.Shared.ConfigParams) => {
  const publicDir = path.resolve(env('DATA_DIR', '.data'), 'public');
  mkdirSync(path.join(publicDir, 'uploads'), { recursive: true, mode: 0o700 });
  const url = env('CMS_URL', 'http://localhost:1337');
  const { protocol, port } = new URL(url);
  // This process speaks no TLS, so whoever is asked for https has a front server, which says who its visitor is. The
  // last address in the header is the one that it wrote itself; the ones before are whatever the visitor claims.
  const behindProxy = env.bool('TRUST_PROXY', protocol === 'https:');
  return {
    host: env('HOST', '127.0.0.1'),
    port: env.int('CMS_PORT', Number(port || 1337)),
    url,
    proxy: behindProxy ? { koa: true, ipHeader: 'X-Forwarded-For', maxIpsCount: 1 } : { koa: false },
    http: { serverOptions: timeouts },
    app: { keys: env.array('APP_KEYS') },
    dirs: { public: publicDir },
    // Whoever holds a transfer token could pull or overwrite the whole database over HTTP.
    transfer: { remote: { enabled: false } },
    cron: { enabled: true, tasks: cronTasks },
    logger: { updates: { enabled: false }, startup: { enabled: false } },
  };
};
