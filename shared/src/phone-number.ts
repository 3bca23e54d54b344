/** Hyphens and dashes of all widths, spaces, full stops and brackets only group the digits. */
const grouping = /[\s().\p{Pd}]/gu;

/** Returns a number without what only groups its digits. */
export const digitsOf = (number: string): string => number.replace(grouping, '');

/** Returns whether a practice can be called on it: some digits, from anywhere, perhaps with an extension. */
export const isPhoneNumber = (number: string): boolean =>
  /^\+?\d{6,15}(?:(?:ext|x)\d{1,6})?$/i.test(digitsOf(number).replace(/[/,]/g, ''));

/** As few digits as a number has that can be called from another town. */
const minDigits = 6;

/**
 * Returns whether there is a number to call in what a person typed, in any digits and with any words around it: whoever
 * calls reads them.
 */
export const containsPhoneNumber = (typed: string): boolean => (typed.match(/\p{Nd}/gu) ?? []).length >= minDigits;
