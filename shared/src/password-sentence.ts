/** What a new password needs at least, in code points. */
export const minPasswordCharacters = 12;

/** How a safe password is made that can be remembered. */
export const passwordAdvice =
  'Three or four words that don’t belong together, with a number, are safe and easy to remember.';

/** What a password must have, wherever one is chosen. */
export const passwordNeeds = `A password needs at least ${minPasswordCharacters} characters, with a small letter, a capital letter and a number. ${passwordAdvice}`;
