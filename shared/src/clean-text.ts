/** Every character that some program takes for the end of a line, so that it never glues two words together. */
// eslint-disable-next-line no-control-regex -- these are the characters that it is about
const lineBreaks = /\r\n?|[\n\u000b\u000c\u001c-\u001e\u0085\u2028\u2029]/g;
/** The other control characters of C0 and C1, but for the tab. PostgreSQL accepts no NUL, and nobody types the others. */
// eslint-disable-next-line no-control-regex -- these are the characters that it is about
const controls = /[\u0000-\u0008\u000e-\u001b\u001f\u007f-\u0084\u0086-\u009f]/g;

const isMark = (character: string): boolean => /\p{M}/u.test(character);
/** Marks with format characters among them, which would otherwise let more marks follow. */
const runOfMarks = /[\p{M}\p{Cf}]{7,}/gu;
/** More than any language puts on one letter; a hundred would be drawn over the lines above, or make the page wider. */
const maxMarks = 6;

const capMarks = (run: string): string => {
  let marks = 0;
  return [...run].filter((character) => !isMark(character) || ++marks <= maxMarks).join('');
};

const withoutControls = (text: string): string =>
  text.toWellFormed().replace(lineBreaks, '\n').replace(controls, '').replace(runOfMarks, capMarks);

/**
 * Returns text of several lines as it is stored: with `\n` as line break, without control characters but the tab, with
 * U+FFFD for lone surrogates, at most six marks on one letter, and trimmed. Everything else is meant as it was typed,
 * also `<b>`. Applied twice, it changes nothing more.
 */
export const cleanText = (text: string): string => withoutControls(text).trim();

/**
 * What is never seen in one line and could disguise it: zero-width spaces and joins, soft hyphens, and marks that turn
 * the reading direction. The joiners of Persian, Hindi and emoji stay.
 */
const invisibleInLine = /[\u00ad\u180e\u200b\u2060-\u2064\u206a-\u206f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffc]/g;

/** Returns a piece of a longer text, such as what is bold in a sentence: cleaned, but with the spaces at its ends. */
export const cleanInline = (text: string): string => withoutControls(text).replace(invisibleInLine, '');

/** Returns text as one line: names, titles, subjects. */
export const cleanLine = (text: string): string =>
  cleanText(text.replace(invisibleInLine, '')).replace(/\s+/g, ' ').trim();

/**
 * Letters and symbols that fonts draw as nothing: fillers of Hangul, the empty Braille pattern, a musical null, and
 * what stands for an object in copied text.
 */
const drawnAsNothing = /[\u115f\u1160\u2800\u3164\uffa0\ufffc\u{1d159}]/gu;

/** Returns whether a text has at least one letter, digit or symbol that is drawn. */
export const isVisible = (text: string): boolean => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replace(drawnAsNothing, ''));

/** Returns the length of a text in code points, so that most emojis count as one character, as people count them. */
export const lengthOf = (text: string): number => [...text].length;
