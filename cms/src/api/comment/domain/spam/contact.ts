import { personalDetailsIn } from 'shared';
import { phraseBook } from '#src/api/comment/domain/phrases/phrase-book';
import { plainWords } from '#src/api/comment/domain/plain-words';
import { isWellKnown } from './links';
import { linksIn } from './links-in';
import type { Measure } from './measure';
import { offeredWords } from './offered-words';
import { readsLikeBusiness } from './trade-name';

/** "Reach him", "contact us": somebody is recommended. "Ring me" is what a client says. */
const recommended = phraseBook([
  'contact|reach|text|message|email|call|dm|add|hire|consult|visit|write (him|her|them|us|our|now|agent|the|today|dr|doctor|mr|mrs|priest|prophet|mama|sir|baba)',
  'contact|reach|text|message|write|dm|chat|add [me|to me] (on|via|through|by) [our] (whatsapp|telegram|instagram|wickr|skype|signal|email|gmail)',
  'whatsapp|telegram|wickr|skype|viber [number|me|us|at|on|the grand master] (+*|@*|live)',
  'on telegram|instagram|whatsapp (@*|+*)',
  'write to (him|her|them|us|our|dr|mr|mrs)',
  'call or whatsapp',
  'whatsapp (him|her|them|us)',
  'via email|whatsapp',
  'email|contact|telegram|whatsapp|instagram *@*',
  'call|text|whatsapp +*',
]);

/** Names in private chats; addresses and numbers are found by the rule that warns of personal details. */
const handle = /(?<![\w@])@[a-z]\w{3,40}|\+\d[\d ]{6,18}/gu;
const channel = /\b(?:whatsapp|telegram|wickr|skype|instagram|signal|gmail)\b|微信|واتساب|телеграм/u;

/** "My address is", "ring me on": what is given is the writer’s own. */
const ownHandle =
  /\b(?:my (?:own )?(?:e-?mail|mail|number|phone|mobile|address)|(?:reach|ring|call|text|e-?mail|contact|phone|message|tell|let) me|(?:write|get back|reply) to me|i(?:'| a)m (?:on|at)|may i|could i|can i)\b/u;

const nearby = 60;

/** The ways to reach somebody that a text gives, but for those of the writer and of services that everybody knows. */
const handlesIn = (plain: string): string[] => {
  const given = [
    ...personalDetailsIn(plain)
      .filter(({ kind }) => kind !== 'address')
      .map(({ found }) => found),
    ...(plain.match(handle) ?? []),
  ];
  return given.filter((found) => {
    const at = plain.indexOf(found);
    return !ownHandle.test(plain.slice(Math.max(0, at - nearby), at)) && !isWellKnown(found.split('@')[1] ?? '');
  });
};

/** Whether a comment gives strangers a way to its sender’s business; without one there is nothing to gain by it. */
export const leadsSomewhere = ({ name, text }: { name: string; text: string }): boolean =>
  linksIn(`${name} ${text}`).length > 0 ||
  readsLikeBusiness(name) ||
  handlesIn(plainWords(text)).length > 0 ||
  channel.test(plainWords(text));

/** Somebody else is to be contacted, or a way to do so stands there that is not given as the writer’s own. */
export const contact: Measure = ({ text }) => {
  const plain = plainWords(text);
  const strange = handlesIn(plain);
  if (strange.length === 0 && !channel.test(plain)) return null;
  if (recommended.has(offeredWords(text)))
    return {
      rule: 'contact',
      weight: strange.length > 0 ? 10 : 6,
      because: 'It asks readers to write to somebody elsewhere.',
    };
  return strange.length > 0
    ? { rule: 'contact', weight: 6, because: 'It gives an address or a number of somebody else.' }
    : null;
};
