// eslint-disable-next-line no-control-regex -- these are the characters that it is about
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
// eslint-disable-next-line no-control-regex -- these are the characters that it is about
const breaksAndControls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const directionMarks = /[\u202a-\u202e\u2066-\u2069]/g;

/** Returns text that is safe in the body of an email: valid Unicode, no control characters but tab and line feed. */
export const cleanText = (text: string): string => text.toWellFormed().replace(/\r\n?/g, '\n').replace(controls, '');

/**
 * Returns text that is safe in a header (RFC 5322): one line, no control characters, no marks that change the reading
 * direction.
 */
export const oneLine = (text: string): string =>
  text.toWellFormed().replace(directionMarks, '').replace(breaksAndControls, ' ').trim();
