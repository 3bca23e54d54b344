import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { changeSettings, settingsOf } from '#src/settings';
import { StartRefusal } from '#src/start-refusal';
import { createCms } from './create-cms';
import { CommandError } from './run-command';

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

/** The error of a rule says what to do; any other error means that the CMS can't be used. */
const asOneSentence = (error: unknown, nothing: string): CommandError => {
  if (error instanceof CommandError) return error;
  if (error instanceof StartRefusal) return new CommandError(`${nothing}. ${error.message}`, { cause: error });
  const sentence =
    error instanceof errors.ApplicationError ? 'The CMS rejected this' : `${nothing}, because the CMS failed`;
  return new CommandError(`${sentence}: ${reasonOf(error)}`, { cause: error });
};

/** Leaves scheduled jobs and the sending of emails to the CMS that serves. */
const leaveBackgroundWork = (strapi: Core.Strapi): void => {
  strapi.config.set('server.cron.enabled', false);
  changeSettings(strapi, { mail: { ...settingsOf(strapi).mail, sendsEmails: false } });
};

/**
 * Loads the CMS in this process without listening, runs `work` and closes the database connections. A CMS may serve
 * from the same database meanwhile: both wait for each other's transactions.
 * @param nothing how an error's sentence begins, such as “Nothing was imported”
 * @throws CommandError when the CMS can't be loaded or `work` fails
 */
export async function withCms<T>(nothing: string, work: (strapi: Core.Strapi) => Promise<T>): Promise<T> {
  const strapi = createCms();
  // Strapi listens for them and would close itself twice: a command that is told to end just ends.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.removeAllListeners(signal);
  leaveBackgroundWork(strapi);
  try {
    await strapi.load();
    return await work(strapi);
  } catch (error) {
    throw asOneSentence(error, nothing);
  } finally {
    await strapi.destroy();
  }
}
