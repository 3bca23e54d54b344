import type { Session } from 'shared';

interface Entry {
  title: string;
  session: Session;
  where: string;
  /** The address of its page. */
  page: string;
}

export interface CalendarLinks {
  google: string;
  outlook: string;
}

/** `20260613T090000Z` (RFC 5545 3.3.5, form 2). */
const basic = (instant: string): string => `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** Where somebody can put one session into a calendar of Google's or Microsoft's. Plain links: nothing is asked of either before one is followed. */
export function calendarLinks({ title, session, where, page }: Entry): CalendarLinks {
  const { starts, ends } = session;
  const google = new URLSearchParams({
    action: 'TEMPLATE',
    text: title,
    dates: `${basic(starts)}/${basic(ends)}`,
    details: page,
    location: where,
  });
  const outlook = new URLSearchParams({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: starts,
    enddt: ends,
    body: page,
    location: where,
  });
  return {
    google: `https://calendar.google.com/calendar/render?${google.toString()}`,
    // Outlook shows a plus sign where another page would see a space.
    outlook: `https://outlook.live.com/calendar/0/deeplink/compose?${outlook.toString().replaceAll('+', '%20')}`,
  };
}

/** The address under which a calendar program follows a file that changes: `webcal://example.org/workshops/calendar.ics`. */
export const webcal = (siteUrl: string, path: string): string => `webcal://${new URL(siteUrl).host}${path}`;
