import { callCalendar, callCalendars, newCallFeed } from 'shared';
import { z } from 'zod';
import { issuesOf, useAdminAction, useAdminPost } from '#src/admin/components/admin-api';
import { addressError, type CalendarErrors, type TypedCalendar } from './calendar-labels';

/** Whether a calendar was stored, or what is wrong beside which field. */
export type SavedCalendar = { saved: boolean; errors: CalendarErrors };

type Run = ReturnType<typeof useAdminAction>['run'];

/** What she does with the feed of her calls. */
const useFeed = (refetch: () => Promise<unknown>, run: Run) => {
  const post = useAdminPost();

  /** Resolves with the new address of the feed, which is shown this once; null if there is none. */
  const createFeed = async (): Promise<string | null> => {
    let made: string | null = null;
    await run(async () => {
      made = (await post(newCallFeed, '/calls/feed')).address;
      await refetch();
      return { message: 'The address below is shown only now. Copy it into your calendar.', succeeded: true };
    });
    return made;
  };

  const revokeFeed = async (): Promise<void> => {
    await run(async () => {
      await post(z.unknown(), '/calls/feed/revoke');
      await refetch();
      return { message: 'The address has stopped working.', succeeded: true };
    });
  };

  return { createFeed, revokeFeed };
};

/**
 * What she does with her other calendars and her own feed.
 *
 * @param refetch fetches the list again
 */
export const useCalendars = (refetch: () => Promise<unknown>) => {
  const { outcome, isBusy, run, clear } = useAdminAction();
  const post = useAdminPost();

  /** @param stored the calendar that is changed; null for a new one */
  const save = async (
    { name, address, allDayBlocks }: TypedCalendar,
    stored: { number: number; version: number } | null,
  ): Promise<SavedCalendar> => {
    let errors: CalendarErrors = {};
    const body = { name, allDayBlocks, address: stored !== null && address.trim() === '' ? null : address };
    const saved = await run(async () => {
      try {
        if (stored === null) await post(callCalendar, '/calls/calendars', body);
        else await post(callCalendar, `/calls/calendars/${stored.number}`, { ...body, version: stored.version });
      } catch (error) {
        const issue = issuesOf(error).find(({ path }) => path[0] === 'address');
        if (issue === undefined) throw error;
        errors = { address: addressError(issue.code) };
        return { message: 'Nothing was saved yet. Please look at the address.', succeeded: false };
      }
      await refetch();
      return {
        message: `“${name.trim()}” was read. Times in which you are busy there are not offered.`,
        succeeded: true,
      };
    });
    return { saved, errors };
  };

  const read = (number: number): void =>
    void run(async () => {
      const { name, error } = await post(callCalendar, `/calls/calendars/${number}/read`);
      await refetch();
      return error === null
        ? { message: `“${name}” was read just now.`, succeeded: true }
        : { message: `“${name}” could not be read. What happened is said beside it.`, succeeded: false };
    });

  const remove = (number: number, name: string): void =>
    void run(async () => {
      await post(callCalendars, `/calls/calendars/${number}/delete`);
      await refetch();
      return { message: `“${name}” was removed. Your calendar itself is as it was.`, succeeded: true };
    });

  return { outcome, isBusy, clear, save, read, remove, ...useFeed(refetch, run) };
};

export type Calendars = ReturnType<typeof useCalendars>;
