const maxBytesPerWord = 45;

/**
 * Returns a subject as encoded words (RFC 2047), in base64.
 * @param subject in ASCII
 */
const encodedWords = (subject: string): string =>
  (subject.match(new RegExp(`.{1,${maxBytesPerWord}}`, 'gsu')) ?? [])
    .map((part) => `=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`)
    .join(' ');

// eslint-disable-next-line no-control-regex -- the range is ASCII
const isAscii = (text: string): boolean => /^[\u0000-\u007f]*$/.test(text);

/**
 * Returns the subject as a part of nodemailer's message. A subject in ASCII would be sent as it is; if it looks like an
 * encoded word, mail programs would decode it and show something else than was typed, so it is encoded once more.
 */
export const subjectHeader = (subject: string) =>
  subject.includes('=?') && isAscii(subject)
    ? { headers: { Subject: { prepared: true, value: encodedWords(subject) } } }
    : { subject, headers: {} };
