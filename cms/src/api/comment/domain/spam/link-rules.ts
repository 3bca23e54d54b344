import { comparableText } from '#src/api/comment/domain/comparable-text';
import { wordsOf } from '#src/api/comment/domain/word-files';
import { readWordFile } from '#src/api/comment/read-word-file';
import { countWordsAndNumbers, linkedHosts, withoutLinks } from './offered-text';
import type { SpamRule } from './spam-rule';

const sites = readWordFile('spam/words/sites.txt');
const wellKnownSites = wordsOf(sites, 'well known');
const hidingSites = wordsOf(sites, 'hiding');

const isOneOf = (listed: readonly string[], host: string): boolean =>
  listed.some((site) => host === site || host.endsWith(`.${site}`));

/** Whether readers send each other to this host; a link there says nothing about spam. */
export const isWellKnown = (host: string): boolean => isOneOf(wellKnownSites, host);

const markup = /<\s*a\s[^>]{0,40}href|\[(?:url|link)\b|\]\(\s*(?:https?:|www\.)/i;

/** People who send a link say something of themselves: that they read it, wrote it, go there. */
const personalWords =
  /(?<![\p{L}\p{N}'])(?:i|i'[a-z]{1,2}|im|ive|my|me|mine|myself|thank|thanks|book|poem|song|talk|hospice|grief|bereave\p{L}*|charity|carers?|widows?|helpline|your (?:post|piece|article|link)|ich|mir|mich|mein|je|moi|mon|ma|yo|mi|mis|io|mio|mia|ja|mnie|mój|moja|meu|minha|ik|mijn|jag|min|я|мне|мой|моя|anybody|anyone)(?![\p{L}\p{N}])/u;

const maxKnownLinks = 5;
const maxStrangeLinks = 2;
const hardlyAnyWords = 5;

const found = (weight: number, reason: string) => ({ rule: 'links', weight, reason });

/** Number and kind of links, compared with the text around them. One link in a real comment is nothing much. */
export const links: SpamRule = ({ text }) => {
  const hosts = linkedHosts(text);
  if (markup.test(text)) return found(7, 'It has links written as HTML or forum code, which people don’t type.');
  if (hosts.length === 0) return null;
  const strange = hosts.filter((host) => !isWellKnown(host));
  if (strange.length === 0) return hosts.length > maxKnownLinks ? found(3, `It has ${hosts.length} links.`) : null;
  if (countWordsAndNumbers(withoutLinks(text)) <= hardlyAnyWords)
    return found(10, 'It is a link and hardly anything else.');
  if (strange.some((host) => isOneOf(hidingSites, host)))
    return found(6, 'It has a shortened link, or one that leads to a private chat.');
  if (strange.length > maxStrangeLinks) return found(8, `It has ${strange.length} links.`);
  const impersonal = personalWords.test(comparableText(text)) ? 0 : 4;
  return found(
    strange.length + 2 + impersonal,
    `It has ${strange.length === 1 ? 'a link' : 'two links'}${impersonal ? ' and nothing about the writer' : ''}.`,
  );
};
