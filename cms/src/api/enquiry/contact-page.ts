import type { Core } from '@strapi/strapi';
import { type ContactPage, enquiryKinds } from 'shared';
import { replyDay } from '#src/api/practice/domain/working-days';
import { type PracticeOfContact, practiceOfContact } from '#src/api/practice/practice-of-contact';
import { upcomingWorkshops } from '#src/api/workshop/feature';
import { consistentRead } from '#src/database/unit-of-work';
import { dayAt, endOfDay } from '#src/time/days';

/** Returns the day on which the counsellor is back; null if she is not away. */
const backOn = ({ away, timeZone }: PracticeOfContact, now: Date): string | null =>
  away !== null && new Date(away.until) > now ? dayAt(away.until, timeZone) : null;

/** Returns the day by which a message that arrives now is answered. */
export const promisedDay = (practice: PracticeOfContact, now: Date): string =>
  replyDay(practice.times, dayAt(now.toISOString(), practice.timeZone), backOn(practice, now));

const earliest = (instants: readonly (string | null)[]): string =>
  instants.filter((instant) => instant !== null).toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? '';

/** Returns what the contact page says now. */
export const readContactPage = (strapi: Core.Strapi, now: Date): Promise<ContactPage> =>
  consistentRead(strapi, async (uow) => {
    const practice = await practiceOfContact(strapi);
    const workshops = await upcomingWorkshops(uow, now);
    const { away, timeZone, settings } = practice;
    const isAway = away !== null && new Date(away.until) > now;
    return {
      replyBy: promisedDay(practice, now),
      awayUntil: isAway ? away.until : null,
      kinds: enquiryKinds.filter((kind) => kind !== 'space' || settings.spaceList),
      workshops: workshops.map(({ slug, title }) => ({ slug, title })),
      changesAt: earliest([
        endOfDay(dayAt(now.toISOString(), timeZone), timeZone),
        isAway ? away.until : null,
        ...workshops.map(({ endsAt }) => new Date(endsAt).toISOString()),
      ]),
    };
  });
