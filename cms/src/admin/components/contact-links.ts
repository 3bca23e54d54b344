import { digitsOf } from 'shared';

/**
 * Returns the address of a link that calls a phone number. An extension is dialled by hand, and the zero of
 * `+44 (0)20` only within the country.
 */
export const callLink = (phone: string): string => {
  const digits = digitsOf(phone.replace(/^(\s*\+\d{1,3}\s*)\(0\)/, '$1')).replace(/[/,]/g, '');
  return `tel:${/^\+?\d+/.exec(digits)?.[0] ?? ''}`;
};

/** Returns the address of a link that opens an email to somebody. */
export const emailLink = (address: string): string => `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`;
