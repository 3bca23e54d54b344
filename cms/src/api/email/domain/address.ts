import { maxAddressCharacters } from 'shared';

/**
 * Returns whether a stored text is one plain address that is safe to pass to a mail server: no spaces, control characters,
 * quotes, brackets, commas or semicolons, so that it can be neither two addresses nor the end of a header.
 */
export const isOneAddress = (address: string): boolean =>
  address.length <= maxAddressCharacters && /^[^\s\p{C}"()<>@,;:\\[\]]+@[^\s\p{C}"()<>@,;:\\[\]]+$/u.test(address);
