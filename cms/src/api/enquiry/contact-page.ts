import type { Core } from '@strapi/strapi';
import { type ContactPage, enquiryKinds } from 'shared';
import { replyDay } from '#src/api/practice/domain/working-days';
import { type PracticeOfContact, practiceOfContact } from '#src/api/practice/practice-of-contact';
import { upcomingWorkshops } from '#src/api/workshop/feature';
import { consistentRead } from '#src/database/unit-of-work';
import { dayAt, endOfDay } from '#src/time/days';

/** Returns until when the counsellor is away; null if she is not. */
const awayUntil = ({ away }: PracticeOfContact, now: Date): string | null =>
  away !== null && new Date(away.until) > now ? away.until : null;

/** Returns the day by which a message that arrives now is answered. */
export const promisedDay = (practice: PracticeOfContact, now: Date): string => {
  const { times, timeZone } = practice;
  const until = awayUntil(practice, now);
  return replyDay(times, dayAt(now.toISOString(), timeZone), until && dayAt(until, timeZone));
};

const earliest = (instants: readonly (string | null)[]): string =>
  instants.filter((instant) => instant !== null).toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? '';

/** Returns what the contact page says now. */
export const readContactPage = (strapi: Core.Strapi, now: Date): Promise<ContactPage> =>
  consistentRead(strapi, async (uow) => {
    const practice = await practiceOfContact(strapi);
    const workshops = await upcomingWorkshops(uow, now);
    const { timeZone, settings } = practice;
    const until = awayUntil(practice, now);
    return {
      replyBy: promisedDay(practice, now),
      awayUntil: until,
      kinds: enquiryKinds.filter((kind) => kind !== 'space' || settings.spaceList),
      workshops: workshops.map(({ slug, title }) => ({ slug, title })),
      changesAt: earliest([
        endOfDay(dayAt(now.toISOString(), timeZone), timeZone),
        until,
        ...workshops.map(({ endsAt }) => new Date(endsAt).toISOString()),
      ]),
    };
  });
