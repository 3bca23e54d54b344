import type { Session } from 'shared';

interface CalendarEvent {
  title: string;
  session: Session;
  location: string;
  /** The URL of the workshop's page. */
  url: string;
}

export interface CalendarLinks {
  google: string;
  outlook: string;
}

/** Returns `20260613T090000Z` (RFC 5545, section 3.3.5, form 2). */
const basicUtc = (instant: string): string => `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/**
 * Returns the links that add one session to a Google or Outlook calendar. They are plain links: neither company learns
 * anything before the reader follows one.
 *
 * The `calendar-link` package is not used: its Outlook times have no zone and follow the clock of the server.
 */
export function calendarLinks({ title, session, location, url }: CalendarEvent): CalendarLinks {
  const { starts, ends } = session;
  const google = new URLSearchParams({
    action: 'TEMPLATE',
    text: title,
    dates: `${basicUtc(starts)}/${basicUtc(ends)}`,
    details: url,
    location,
  });
  const outlook = new URLSearchParams({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: starts,
    enddt: ends,
    body: url,
    location,
  });
  return {
    google: `https://calendar.google.com/calendar/render?${google.toString()}`,
    // Outlook shows a plus sign as a plus sign, not as a space.
    outlook: `https://outlook.live.com/calendar/0/deeplink/compose?${outlook.toString().replaceAll('+', '%20')}`,
  };
}
