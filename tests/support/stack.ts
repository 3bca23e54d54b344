import { startCms, type RunningCms } from './start-cms.ts';
import { startWeb, type RunningWeb } from './start-web.ts';

export interface Stack {
  cms: RunningCms;
  site: RunningWeb;
  stop: () => Promise<void>;
}

/** The built CMS with demo content and the built site that reads it, on free ports and in folders of their own. `env` is the site's. */
export async function startStack({ env, ...options }: { demo?: boolean; databaseUrl?: string; env?: Record<string, string> } = {}): Promise<Stack> {
  const cms = await startCms({ demo: true, ...options });
  try {
    const site = await startWeb({ cmsUrl: cms.url, webToken: cms.webToken, hookSecret: cms.hookSecret, env });
    return {
      cms,
      site,
      stop: async () => {
        await site.stop();
        await cms.stop();
      },
    };
  } catch (error) {
    await cms.stop();
    throw error;
  }
}
