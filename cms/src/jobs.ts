import type { Core } from '@strapi/strapi';

/** Work that the clock starts. It may run in several processes at once, so it must be safe to run twice. */
export interface Job {
  readonly name: string;
  /** A cron expression in UK time. */
  readonly schedule: string;
  readonly run: (strapi: Core.Strapi, now: Date) => Promise<unknown>;
}

/**
 * Returns jobs as Strapi's cron service expects them. A failure is logged by the names of the job and of the error only,
 * because messages may hold personal data; the next run does what this one did not.
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
            strapi.log.error(`${name}: ${error instanceof Error ? error.name : 'unknown'}`);
          }
        },
        options: { rule: schedule, tz: 'Europe/London' },
      },
    ]),
  );
