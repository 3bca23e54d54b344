import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

export default ({ env }: Core.Config.Shared.ConfigParams) => {
  const publicDir = path.resolve(env('DATA_DIR', '.data'), 'public');
  mkdirSync(path.join(publicDir, 'uploads'), { recursive: true });
  const url = env('CMS_URL', 'http://localhost:1337');
  return {
    host: env('HOST', '127.0.0.1'),
    port: env.int('CMS_PORT', Number(new URL(url).port || 1337)),
    url,
    app: { keys: env.array('APP_KEYS') },
    dirs: { public: publicDir },
    transfer: { remote: { enabled: false } },
    logger: { updates: { enabled: false } },
  };
};
