import type { Core } from '@strapi/strapi';
import { ICalCalendarMethod, type ICalEventData, ICalEventStatus } from 'ical-generator';
import { cleanLine, cleanText } from 'shared';
import { type PracticeOfWorkshops, practiceOfWorkshops } from '#src/api/practice/read-practice';
import { withSeats, type WorkshopWithSeats } from '#src/api/workshop/seats/seat-rows';
import { venueOf } from '#src/api/workshop/serialise-workshop';
import { inList, sessionNumbersOf, whenPublished, type WorkshopRow } from '#src/api/workshop/workshop-rows';
import { calendarFile, entryLocation, entryPerson, entryTimes } from '#src/calendar/calendar-file';
import { consistentRead } from '#src/database/unit-of-work';
import { settingsOf } from '#src/settings';
import { entryUid, type NumberedSession, numberedSessions, type WorkshopEntry } from './workshop-entry';

/** A workshop as everyone may see it. `url` is its page; sessions are in chronological order. */
export interface PublicWorkshop extends WorkshopEntry {
  summary: string;
  url: string;
  sessions: readonly NumberedSession[];
  cancelled: boolean;
}

interface PublicCalendar {
  name: string;
  workshops: readonly PublicWorkshop[];
  now: Date;
}

const sixHours = 6 * 60 * 60;

const eventsOf = (workshop: PublicWorkshop, now: Date): ICalEventData[] => {
  const url = new URL(workshop.url).href;
  return workshop.sessions.map((session) => ({
    id: entryUid(workshop.id, session.n, 'public'),
    sequence: workshop.sequence,
    stamp: now,
    ...entryTimes(session, workshop.timeZone),
    summary: cleanLine(workshop.title),
    description: [cleanText(workshop.summary), url].filter(Boolean).join('\n\n'),
    location: entryLocation(workshop.location),
    organizer: entryPerson(workshop.organiser),
    url,
    status: workshop.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  }));
};

/**
 * Returns workshops as a calendar (METHOD:PUBLISH); `now` becomes DTSTAMP.
 * @throws Error for a time zone without rules, and for invalid addresses
 */
export function publicCalendar({ name, workshops, now }: PublicCalendar): string {
  const events = workshops.flatMap((workshop) => eventsOf(workshop, now));
  return calendarFile({
    product: 'Workshops',
    method: ICalCalendarMethod.PUBLISH,
    name,
    refreshAfter: sixHours,
    events,
  });
}

const uid = 'api::workshop.workshop';
const day = 86_400_000;
/** How long past workshops stay in the calendar of all workshops, and how many workshops it contains at most. */
const calendarAgeMs = 90 * day;
const maxEntries = 200;

const siteUrlOf = (strapi: Core.Strapi): string => settingsOf(strapi).siteUrl;

/** Returns the location as calendars show it; null for a workshop in person without a venue. */
export const locationOf = (row: Pick<WorkshopRow, 'format' | 'venueName' | 'venueAddress'>): string | null => {
  const venue = row.format === 'online' ? null : venueOf(row);
  if (venue === null) return row.format === 'in person' ? null : 'Online';
  const where = [venue.name, venue.address].filter((part) => part !== null).join(', ');
  return row.format === 'both' ? `${where}, or online` : where;
};

const entryOf = (
  strapi: Core.Strapi,
  { row, times, seats }: WorkshopWithSeats,
  practice: PracticeOfWorkshops,
): PublicWorkshop => ({
  id: row.documentId,
  sequence: seats.sequence,
  title: row.title,
  summary: row.summary ?? '',
  url: `${siteUrlOf(strapi)}/workshops/${row.slug}`,
  timeZone: row.timeZone,
  sessions: numberedSessions(times, sessionNumbersOf(seats.announced, times)),
  location: locationOf(row),
  organiser: { name: practice.name, email: practice.email },
  cancelled: seats.cancelled_at !== null,
});

const calendarOf = (
  strapi: Core.Strapi,
  where: object,
  name: (practice: PracticeOfWorkshops, rows: WorkshopRow[]) => string,
  now: Date,
): Promise<string | null> =>
  consistentRead(strapi, async (uow) => {
    const rows = (await strapi.db.query(uid).findMany({
      ...inList,
      where: { ...whenPublished, ...where },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      limit: maxEntries,
    })) as WorkshopRow[];
    const loaded = await withSeats(uow, rows);
    const practice = await practiceOfWorkshops(strapi);
    if (loaded.length === 0 && 'slug' in where) return null;
    const workshops = loaded.map((one) => entryOf(strapi, one, practice));
    return publicCalendar({ name: name(practice, rows), workshops, now });
  });

/** Returns the sessions of a published workshop as a calendar file; null when there is none with this slug. */
export const calendarOfOne = (strapi: Core.Strapi, slug: string, now: Date): Promise<string | null> =>
  calendarOf(strapi, { slug }, (_practice, [row]) => row?.title ?? '', now);

/** Returns the calendar for subscribers: upcoming workshops and those of the last 90 days. */
export const calendarOfAll = async (strapi: Core.Strapi, now: Date): Promise<string> =>
  (await calendarOf(
    strapi,
    { endsAt: { $gt: new Date(now.getTime() - calendarAgeMs).toISOString() } },
    ({ name }) => `${name}: workshops`,
    now,
  )) ?? '';
