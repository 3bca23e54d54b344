/** Plain text as paragraphs: empty lines part them, single line breaks stay within. */
export const paragraphsOf = (words: string): string[] =>
  words.split(/\n(?:[^\S\n]*\n)+/).filter((paragraph) => paragraph.trim() !== '');
