import type { Core } from '@strapi/strapi';
import { sendDigest } from '#src/api/comment/emails/send-digest';
import { keepRetention } from '#src/api/comment/moderation/retention';
import { remindParticipants } from '#src/api/workshop/emails/remind-participants';
import { thankParticipants } from '#src/api/workshop/emails/thank-participants';
import { forgetParticipants } from '#src/api/workshop/registration/delete-participants';
import { expirePlaces } from '#src/api/workshop/seats/expire-seats';

interface Task {
  strapi: Core.Strapi;
}

/** A failure is logged by the name of the task and nothing else; the next run does what this one did not. */
const task = (name: string, rule: string, work: (strapi: Core.Strapi, now: Date) => Promise<unknown>) => ({
  [name]: {
    task: async ({ strapi }: Task): Promise<void> => {
      try {
        await work(strapi, new Date());
      } catch (error) {
        strapi.log.error(`${name}: ${error instanceof Error ? error.name : 'unknown'}`);
      }
    },
    options: { rule, tz: 'Europe/London' },
  },
});

/** What the clock does. Each task may run in several processes at once: its work is done once. */
export const cronTasks = {
  ...task('retention', '17 3 * * *', keepRetention),
  // Three chances, in case that nothing ran at eight; its key is the day.
  ...task('participants', '27 3 * * *', forgetParticipants),
  ...task('places', '* * * * *', expirePlaces),
  ...task('reminders', '*/5 * * * *', remindParticipants),
  ...task('thanks', '*/10 * * * *', thankParticipants),
  ...task('digest', '0 8-10 * * *', sendDigest),
};
