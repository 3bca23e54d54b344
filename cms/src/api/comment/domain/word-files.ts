import { comparableText } from './comparable-text';
import { type Lists, parsePhrase } from './phrases/notation';

/** A line that is neither empty nor a comment, without the spaces around it. */
interface Line {
  text: string;
  /** Counted from 1, as editors do. */
  number: number;
}

/** A heading and the lines below it. Lines above the first heading belong to a section whose heading is empty. */
export interface Section {
  heading: string;
  number: number;
  lines: readonly Line[];
}

/** The words that a rule looks for, in a text file that people who don't write code can change. */
export interface WordFile {
  /** The path of the file below the CMS's folder, for errors. */
  name: string;
  sections: readonly Section[];
}

/** Says which line of which file can't be used, and why. */
export class WordFileError extends Error {
  constructor({ name }: Pick<WordFile, 'name'>, number: number, problem: string) {
    super(`${name}, line ${number}: ${problem}`);
    this.name = 'WordFileError';
  }
}

const headingPattern = /^== (\S.*) ==$/;

/**
 * Splits a word file into its sections: `== heading ==`, one entry a line, `//` before a comment.
 *
 * @throws WordFileError if a heading is incomplete, or a line is twice in its section
 */
export function parseWordFile(name: string, content: string): WordFile {
  const sections = [{ heading: '', number: 1, lines: [] as Line[] }];
  for (const [index, source] of content
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const line = { text: source.trim(), number: index + 1 };
    if (line.text === '' || line.text.startsWith('//')) continue;
    if (line.text.startsWith('==')) {
      const [, heading] = headingPattern.exec(line.text) ?? [];
      if (heading === undefined) throw new WordFileError({ name }, line.number, 'Write a heading as “== heading ==”.');
      sections.push({ heading, number: line.number, lines: [] });
      continue;
    }
    const lines = sections.at(-1)?.lines ?? [];
    const same = lines.find(({ text }) => text === line.text);
    if (same) throw new WordFileError({ name }, line.number, `“${line.text}” is also in line ${same.number}.`);
    lines.push(line);
  }
  return { name, sections: sections.filter(({ heading, lines }) => heading !== '' || lines.length > 0) };
}

/**
 * The section with a heading.
 *
 * @throws Error if the file has none
 */
export function sectionOf({ name, sections }: WordFile, heading = ''): Section {
  const found = sections.find((section) => section.heading === heading);
  if (!found) throw new Error(`${name} has no section “${heading}”.`);
  return found;
}

/**
 * The entries of a section that are compared with words of a text as they are.
 *
 * @throws WordFileError if an entry could never be found, because texts are compared in lower case
 */
export const wordsOf = (file: WordFile, heading = ''): string[] =>
  sectionOf(file, heading).lines.map(({ text, number }) => {
    if (text !== comparableText(text))
      throw new WordFileError(file, number, `Write “${text}” in plain, lower case letters.`);
    return text;
  });

const phraseOf = (file: WordFile, { text, number }: Line, lists: Lists): string => {
  if (/['"’‘“”]/.test(text) || text.replaceAll('…', '') !== comparableText(text.replaceAll('…', '')))
    throw new WordFileError(file, number, `Write “${text}” in lower case, without apostrophes or quotation marks.`);
  try {
    parsePhrase(text, lists);
  } catch (error) {
    throw new WordFileError(file, number, error instanceof Error ? error.message : String(error));
  }
  return text;
};

/**
 * The phrases of a section, each of which can be parsed.
 *
 * @throws WordFileError if one can't, or names a list that does not exist
 */
export const phrasesIn = (file: WordFile, { lines }: Section, lists: Lists = {}): string[] =>
  lines.map((line) => phraseOf(file, line, lists));

/** The phrases below a heading; see phrasesIn. */
export const phrasesOf = (file: WordFile, heading = '', lists: Lists = {}): string[] =>
  phrasesIn(file, sectionOf(file, heading), lists);

/**
 * Lists of phrases by their headings, which phrases name as `<heading>`.
 *
 * @throws WordFileError as phrasesIn does, and for a heading that stands there twice
 */
export function listsOf(file: WordFile): Lists {
  const lists: Record<string, readonly string[]> = {};
  for (const { heading, number, lines } of file.sections) {
    if (lists[heading]) throw new WordFileError(file, number, `There are two lists “${heading}”.`);
    lists[heading] = lines.map(({ text }) => text);
  }
  for (const section of file.sections) phrasesIn(file, section, lists);
  return lists;
}
