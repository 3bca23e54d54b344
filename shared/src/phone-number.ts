/** Returns a number without what only groups its digits: spaces, hyphens, full stops and brackets. */
export const digitsOf = (number: string): string => number.replace(/[\s().–-]/g, '');

/** Returns whether a person or a practice can be called on it: some digits, from anywhere, perhaps with an extension. */
export const isPhoneNumber = (number: string): boolean =>
  /^\+?\d{6,15}(?:(?:ext|x)\d{1,6})?$/i.test(digitsOf(number).replace(/[/,]/g, ''));
