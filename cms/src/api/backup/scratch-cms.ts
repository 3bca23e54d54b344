import type { AddressInfo } from 'node:net';
import type { Core } from '@strapi/strapi';
import { countAppliedErasures } from '#src/database/applied-erasures';
import type { CmsForRestore } from './restore-backup';

type Environment = Record<string, string>;

/** A CMS that is only there for a backup sends nothing, creates no demo content, and calls no site. */
const silent: Environment = { DELIVER_EMAILS: 'false', DEMO_CONTENT: 'false', SITE_INTERNAL_URL: 'http://127.0.0.1:9' };

/** Loads the CMS in this process with other settings, without serving it. Imports Strapi only now: it takes seconds. */
export const withOtherCms = async <T>(
  settings: Environment,
  nothing: string,
  work: (strapi: Core.Strapi) => Promise<T>,
): Promise<T> => {
  const changed: Environment = { ...settings, ...silent };
  const before = Object.keys(changed).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, changed);
  try {
    const { withCms } = await import('#src/cli/with-cms');
    return await withCms(nothing, work);
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
};

const nothing = 'Nothing was restored';

/** How a restore uses the CMS of this installation. */
export const cmsForRestore: CmsForRestore = {
  createTables: (scratchDataDir) => withOtherCms({ DATA_DIR: scratchDataDir }, nothing, () => Promise.resolve()),
  openOnce: (secrets) => {
    const since = new Date();
    return withOtherCms(secrets, nothing, async (strapi) => {
      return { erasuresRepeated: await countAppliedErasures(strapi, since) };
    });
  },
};

/** Serves a loaded CMS on a free port of this machine while `work` runs. */
export const whileServing = async <T>(strapi: Core.Strapi, work: (url: string) => Promise<T>): Promise<T> => {
  strapi.server.mount();
  const { httpServer } = strapi.server;
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
  const { port } = httpServer.address() as AddressInfo;
  return await work(`http://127.0.0.1:${port}`);
};
