import { plainWords } from '#src/api/comment/domain/plain-words';
import { linksIn, withoutLinks } from './links-in';
import type { Measure } from './measure';

/**
 * Where readers send each other: help, health, books, poems, talks, news, schools. A link there says nothing about
 * spam.
 */
const wellKnown =
  /(?:^|\.)(?:gov\.uk|nhs\.uk|ac\.uk|police\.uk|edu|samaritans\.org|mind\.org\.uk|cruse\.org\.uk|papyrus-uk\.org|thecalmzone\.net|giveusashout\.org|childline\.org\.uk|relate\.org\.uk|stepchange\.org|ageuk\.org\.uk|refuge\.org\.uk|bacp\.co\.uk|wikipedia\.org|bbc\.co\.uk|bbc\.com|theguardian\.com|youtube\.com|youtu\.be|ted\.com|waterstones\.com|penguin\.co\.uk|bookshop\.org|goodreads\.com|amazon\.co\.uk|amazon\.com|poetryfoundation\.org|doi\.org|spotify\.com|bandcamp\.com)$/;

export const isWellKnown = (host: string): boolean => wellKnown.test(host);

/** Addresses that hide where they lead, or lead into a private chat. */
const hiding =
  /(?:^|\.)(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|ow\.ly|is\.gd|cutt\.ly|rebrand\.ly|rb\.gy|shorturl\.at|linktr\.ee|t\.me|telegram\.me|wa\.me|chat\.whatsapp\.com)$/;

const markup = /<\s*a\s[^>]{0,40}href|\[(?:url|link)\b|\]\(\s*(?:https?:|www\.)/i;

/** People who send a link say something of themselves: that they read it, wrote it, go there. */
const ownWords =
  /(?<![\p{L}\p{N}'])(?:i|i'[a-z]{1,2}|im|ive|my|me|mine|myself|thank|thanks|book|poem|song|talk|hospice|grief|bereave\p{L}*|charity|carers?|widows?|helpline|your (?:post|piece|article|link)|ich|mir|mich|mein|je|moi|mon|ma|yo|mi|mis|io|mio|mia|ja|mnie|mój|moja|meu|minha|ik|mijn|jag|min|я|мне|мой|моя|anybody|anyone)(?![\p{L}\p{N}])/u;

const few = 5;

/** Number and kind of links, in relation to the words around them. One link in a real comment is nothing much. */
export const links: Measure = ({ text }) => {
  const found = linksIn(text);
  if (markup.test(text))
    return {
      rule: 'links',
      weight: 7,
      because: 'It has links written as HTML or forum code, which people don’t type.',
    };
  if (found.length === 0) return null;
  const strange = found.filter(({ host }) => !isWellKnown(host));
  if (strange.length === 0)
    return found.length > few ? { rule: 'links', weight: 3, because: `It has ${found.length} links.` } : null;
  const around = withoutLinks(text).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (around <= few) return { rule: 'links', weight: 10, because: 'It is a link and hardly anything else.' };
  if (strange.some(({ host }) => hiding.test(host)))
    return { rule: 'links', weight: 6, because: 'It has a shortened link or one into a private chat.' };
  if (strange.length > 2) return { rule: 'links', weight: 8, because: `It has ${strange.length} links.` };
  const impersonal = ownWords.test(plainWords(text)) ? 0 : 4;
  return {
    rule: 'links',
    weight: strange.length + 2 + impersonal,
    because: `It has ${strange.length === 1 ? 'a link' : 'two links'}${impersonal ? ' and no word about who writes' : ''}.`,
  };
};
