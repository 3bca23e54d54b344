/** Longest path of RFC 5321, 4.5.3.1.3, without its brackets. */
const mostCharacters = 254;

/**
 * Whether it is one plain address that a mail server can be given as it is: no spaces, control characters, quotes, brackets,
 * commas or semicolons, so that it can be neither two addresses nor the end of a header.
 */
export const isOneAddress = (address: string): boolean =>
  address.length <= mostCharacters && /^[^\s\p{C}"()<>@,;:\\[\]]+@[^\s\p{C}"()<>@,;:\\[\]]+$/u.test(address);
