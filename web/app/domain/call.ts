import type { Practice } from 'shared';

/** Where an intro call is asked for: the practice's booking page, else the part of the home page that says how to get in touch. */
export function callLink(practice: Pick<Practice, 'bookingUrl'>): { href: string; rel?: string } {
  return practice.bookingUrl ? { href: practice.bookingUrl, rel: 'noopener noreferrer' } : { href: '/#start' };
}
