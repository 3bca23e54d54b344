import type { Core } from '@strapi/strapi';
import { describeError } from './text/describe-error';

/** A scheduled job. It may run in several processes at once, so it must be safe to run twice. */
export interface Job {
  readonly name: string;
  /** A cron expression in UK time. */
  readonly schedule: string;
  readonly run: (strapi: Core.Strapi, now: Date) => Promise<unknown>;
}

/**
 * Returns jobs as Strapi's cron service expects them. A failure is logged without the error's message, which may hold
 * personal data; the next run does what this one did not.
 */
export const cronTasks = (jobs: readonly Job[]) =>
  Object.fromEntries(
    jobs.map(({ name, schedule, run }) => [
      name,
      {
        task: async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
          try {
            await run(strapi, new Date());
          } catch (error) {
            strapi.log.error(`job ${name}: ${describeError(error)}`);
          }
        },
        options: { rule: schedule, tz: 'Europe/London' },
      },
    ]),
  );
