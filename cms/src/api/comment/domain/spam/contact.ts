import { phraseBook } from '../phrases/phrase-book';
import { plainWords } from '../plain-words';
import type { Measure } from './measure';
import { offeredWords } from './offered-words';

/** "Reach him", "contact us": somebody is recommended. "Ring me" is what a client says. */
const recommended = phraseBook([
  'contact|reach|text|message|email|call|dm|add|hire|consult|visit|write (him|her|them|us|our|now|agent|the|today)',
  'contact|reach|text|message|write|dm|chat|add [me|to me] (on|via|through|by) [our] (whatsapp|telegram|instagram|wickr|skype|signal|email|gmail)',
  'whatsapp|telegram|wickr|skype|viber [number|me|us|at|on|the grand master] (+*|@*|live)', 'on telegram|instagram|whatsapp (@*|+*)', 'call or whatsapp', 'whatsapp (him|her|them|us)', 'via email|whatsapp', 'email|contact|telegram|whatsapp|instagram *@*', 'call|text|whatsapp +*',
]);

const handle = /[\w.+-]{1,64}@[a-z\d-]{1,63}\.[a-z]|(?<![\w@])@[a-z]\w{3,40}|\+\d[\d ]{6,18}/gu;
const channel = /\b(?:whatsapp|telegram|wickr|skype|instagram|signal|gmail)\b|微信|واتساب|телеграм/u;

/** "My address is", "ring me on": what is given is the writer’s own. */
const ownHandle = /\b(?:my (?:own )?(?:e-?mail|mail|number|phone|mobile|address)|(?:reach|ring|call|text|e-?mail|contact|phone|message|tell|let) me|(?:write|get back|reply) to me|i(?:'| a)m (?:on|at))\b/u;
const isStrange = (plain: string) => (match: RegExpExecArray): boolean => !ownHandle.test(plain.slice(Math.max(0, match.index - 50), match.index));

/** Somebody else is to be contacted, or a way to do so stands there that is not given as the writer’s own. */
export const contact: Measure = ({ words }) => {
  const plain = plainWords(words);
  const handles = [...plain.matchAll(handle)];
  if ((handles.length > 0 || channel.test(plain)) && recommended.has(offeredWords(words))) {
    return { rule: 'contact', weight: 8, because: 'It asks readers to write to somebody elsewhere.' };
  }
  return handles.some(isStrange(plain)) ? { rule: 'contact', weight: 6, because: 'It gives an address or a number of somebody else.' } : null;
};
