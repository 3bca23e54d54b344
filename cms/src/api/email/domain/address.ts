/** The longest path of RFC 5321, 4.5.3.1.3, without its brackets. */
const maxCharacters = 254;

/**
 * Returns whether a text is one plain address that is safe to pass to a mail server: no spaces, control characters,
 * quotes, brackets, commas or semicolons, so that it can be neither two addresses nor the end of a header.
 */
export const isOneAddress = (address: string): boolean =>
  address.length <= maxCharacters && /^[^\s\p{C}"()<>@,;:\\[\]]+@[^\s\p{C}"()<>@,;:\\[\]]+$/u.test(address);

/** Trims an address and lower-cases its domain; the part before the @ may be case-sensitive (RFC 5321, 2.4). */
export const normaliseAddress = (typed: string): string => {
  const address = typed.trim();
  const at = address.lastIndexOf('@');
  return address.slice(0, at) + address.slice(at).toLowerCase();
};

/**
 * Returns an address as it is compared when someone asks for their data: capitals are stored as typed, and nobody
 * remembers those.
 */
export const comparableAddress = (address: string): string => normaliseAddress(address).toLowerCase();
