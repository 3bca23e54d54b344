import { startPostgres } from './postgres.ts';

/** One PostgreSQL for all files of a run, each of which makes its own database in it; nothing if one was given. */
export default async (): Promise<(() => Promise<void>) | undefined> => {
  if (process.env.TEST_DATABASE_URL) return undefined;
  const { url, stop } = await startPostgres();
  process.env.TEST_DATABASE_URL = url;
  return async () => {
    delete process.env.TEST_DATABASE_URL;
    await stop();
  };
};
