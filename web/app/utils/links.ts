import type { HelpLine, Practice, Session } from 'shared';

/**
 * Returns the value of `aria-current` for a link on the page `here`: this page, a page below it, or none.
 *
 * @see https://www.w3.org/TR/wai-aria-1.2/#aria-current
 */
export function ariaCurrent(path: string, here: string): 'page' | 'true' | undefined {
  const current = here.replace(/(?<!\/)\/+$/, '') || '/';
  if (current === path) return 'page';
  return path !== '/' && current.startsWith(`${path}/`) ? 'true' : undefined;
}

const dialable = (number: string): string => number.replace(/[^\d+]/g, '');

/** Returns the link that calls a number as written: `116 123` -> `tel:116123`. */
export const telLink = (number: string): string => `tel:${dialable(number)}`;

/**
 * Returns a UK number as it is dialled from any country: `0114 496 0123` and `+44 (0)114 496 0123` are both
 * `+441144960123`.
 */
export const internationalNumber = (number: string): string =>
  dialable(number)
    .replace(/^0(?!0)/, '+44')
    .replace(/^\+440/, '+44');

/** Returns the link that calls a UK number from any country. */
export const internationalTelLink = (number: string): string => `tel:${internationalNumber(number)}`;

/** Returns the link that opens a text message to a help line, with its keyword filled in. */
export const smsLink = ({ text: number, keyword }: Pick<HelpLine, 'text' | 'keyword'>): string =>
  `sms:${dialable(number ?? '')}${keyword ? `?body=${encodeURIComponent(keyword)}` : ''}`;

type Bookings = Pick<Practice, 'bookingUrl' | 'calls'>;

/** Returns whether a call can be booked, here or at the practice's own booking address. */
export const takesCalls = ({ bookingUrl, calls }: Bookings): boolean => bookingUrl !== null || calls.isOpen;

/** Returns the link for booking a call: the practice's booking address, else the page here, else the contact page. */
export const callLink = ({ bookingUrl, calls }: Bookings): { href: string; rel?: string } =>
  bookingUrl ? { href: bookingUrl, rel: 'noopener noreferrer' } : { href: calls.isOpen ? '/book' : '/contact' };

/**
 * Returns the URL at which calendar programs subscribe to a calendar file:
 * `webcal://example.org/workshops/calendar.ics`.
 */
export const webcalUrl = (siteUrl: string, path: string): string => `webcal://${new URL(siteUrl).host}${path}`;

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

/**
 * Returns the address that a form is sent to: another than its page has. When a form is sent to the address of its own
 * page and there is no connection, browsers put their error page in its place in the history, and what was typed is
 * gone.
 *
 * @param path of the page that takes the form, if it is not the one that shows it
 */
export const formAction = (path = ''): string => `${path}?send`;
