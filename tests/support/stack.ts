import type { Clock } from './clock.ts';
import { freePort } from './free-port.ts';
import { type RunningCms, startCms } from './start-cms.ts';
import { type RunningWeb, startWeb } from './start-web.ts';

export interface Stack {
  cms: RunningCms;
  site: RunningWeb;
  stop: () => Promise<void>;
}

interface StackOptions {
  demo?: boolean;
  databaseUrl?: string;
  /** Where emails go, such as `Mailbox.url`. */
  smtpUrl?: string;
  /** The site's. */
  env?: Record<string, string>;
  /** What both go by; the machine's clock without it. */
  clock?: Clock;
}

/**
 * The built CMS with demo content and the built site that reads it, each knowing where the other is, on free ports and
 * in folders of their own.
 */
export async function startStack({ env, clock, ...options }: StackOptions = {}): Promise<Stack> {
  const port = await freePort();
  const cms = await startCms({ demo: true, siteUrl: `http://127.0.0.1:${port}`, env: clock?.env, ...options });
  try {
    const site = await startWeb({
      cmsUrl: cms.url,
      webToken: cms.webToken,
      webhookSecret: cms.webhookSecret,
      port,
      env: { ...clock?.env, ...env },
    });
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
