import { comparableText } from '#src/api/comment/domain/comparable-text';

/**
 * Endings of bare hosts that are not also ordinary words or endings of files; a bare `so.is` or `a.me` is more often a
 * missing space.
 */
const endings =
  'com|net|org|info|biz|uk|ie|eu|io|co|me|ly|ee|ru|cn|in|de|fr|us|tv|app|dev|shop|store|online|site|website|xyz|top|club|live|link|click|pro|vip|bet|win|ai|blog|ngo|health|example|test';

const link = new RegExp(
  `(?<![\\w@.-])(?:(?:https?://|www\\.)([a-z\\d-]{1,63}(?:\\.[a-z\\d-]{1,63}){1,5})|([a-z\\d-]{2,63}(?:\\.[a-z\\d-]{1,63}){0,3}\\.(?:${endings})))(?![\\w@-])(?:[/?#][^\\s<>"\\])]{0,500})?`,
  'gi',
);

/**
 * Returns the hosts that the links of a text lead to, in lower case and without `www.`: links with a scheme, with
 * `www.`, or a bare host. Email addresses are not links.
 */
export const linkedHosts = (text: string): string[] =>
  [...text.matchAll(link)].map(([, withScheme, bare]) =>
    (withScheme ?? bare ?? '').toLowerCase().replace(/^www\./, ''),
  );

export const withoutLinks = (text: string): string => text.replaceAll(link, ' ');

/** Puts spaces around each sign of a script that has none between words, so that each counts as a word. */
export const separateSigns = (text: string): string =>
  text.replaceAll(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu, ' $& ');

/** "c a s i n o" and "c.a.s.i.n.o": letters that stand apart. */
const spelledOut = /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[ .*_-][\p{L}\p{N}]){2,}(?![\p{L}\p{N}])/gu;

/** Returns the words whose letters stand apart, as they were typed; nobody has five initials. */
export const spelledOutWords = (plain: string): string[] =>
  (plain.match(spelledOut) ?? []).filter((letters) => letters.length >= 9);

const joinSpelledOut = (plain: string): string =>
  plain.replaceAll(spelledOut, (letters) => letters.replaceAll(/[ .*_-]/g, ''));

export const countWordsAndNumbers = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

const quotation = /"[^"]{12,1500}"/g;
const minWordsAround = 8;

/** Someone who quotes an email in order to ask about it says something around it; then only that counts. */
const withoutQuotations = (plain: string): string => {
  const around = plain.replaceAll(quotation, ' ');
  return countWordsAndNumbers(around) >= minWordsAround ? around : plain;
};

/**
 * Returns the words of a text for phrases to be looked for: plain, without links and apostrophes; signs of money and
 * per cent stay with them. What is quoted is left out if enough is said around it.
 */
export const offeredWords = (text: string): string[] =>
  separateSigns(withoutLinks(withoutQuotations(joinSpelledOut(comparableText(text)))).replaceAll("'", '')).match(
    /[\p{L}\p{M}\p{N}$£€%+@]+/gu,
  ) ?? [];
