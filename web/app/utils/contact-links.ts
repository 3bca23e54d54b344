import type { HelpLine, Practice } from 'shared';

const dialable = (number: string): string => number.replace(/[^\d+]/g, '');

/** Returns the link that calls a number as written: `116 123` -> `tel:116123`. */
export const telLink = (number: string): string => `tel:${dialable(number)}`;

/** Returns the link that calls a UK number from any country: `0114 496 0123` -> `tel:+441144960123`. */
export const internationalTelLink = (number: string): string => `tel:${dialable(number).replace(/^0(?!0)/, '+44')}`;

/** Returns the link that opens a text message to a help line, with its keyword filled in. */
export const smsLink = ({ text: number, keyword }: Pick<HelpLine, 'text' | 'keyword'>): string =>
  `sms:${dialable(number ?? '')}${keyword ? `?body=${encodeURIComponent(keyword)}` : ''}`;

/**
 * Returns the link for booking an intro call: the practice's booking page, else the section of the home page on how to
 * start.
 */
export const callLink = ({ bookingUrl }: Pick<Practice, 'bookingUrl'>): { href: string; rel?: string } =>
  bookingUrl ? { href: bookingUrl, rel: 'noopener noreferrer' } : { href: '/#start' };

/**
 * Returns the URL at which calendar programs subscribe to a calendar file:
 * `webcal://example.org/workshops/calendar.ics`.
 */
export const webcalUrl = (siteUrl: string, path: string): string => `webcal://${new URL(siteUrl).host}${path}`;
