/** A link as it was typed, and the host that it leads to, in lower case and without `www.`. */
export interface Link {
  typed: string;
  host: string;
}

/**
 * Endings that are not also ordinary words or names of files; a bare `so.is` or `a.me` is more often a missing space.
 */
const endings =
  'com|net|org|info|biz|uk|ie|eu|io|co|me|ly|ee|ru|cn|in|de|fr|us|tv|app|dev|shop|store|online|site|website|xyz|top|club|live|link|click|pro|vip|bet|win|ai|blog|ngo|health|example|test';

const pattern = new RegExp(
  `(?<![\\w@.-])(?:(https?://|www\\.)([a-z\\d-]{1,63}(?:\\.[a-z\\d-]{1,63}){1,5})|([a-z\\d-]{2,63}(?:\\.[a-z\\d-]{1,63}){0,3}\\.(?:${endings})))(?![\\w@-])(?:[/?#][^\\s<>"\\])]{0,500})?`,
  'gi',
);

/** The links of a text: with a scheme, with `www.`, or a bare host. Email addresses are none. */
export const linksIn = (text: string): Link[] =>
  [...text.matchAll(pattern)].map((match) => ({
    typed: match[0],
    host: (match[2] ?? match[3] ?? '').toLowerCase().replace(/^www\./, ''),
  }));

export const withoutLinks = (text: string): string => text.replaceAll(pattern, ' ');
