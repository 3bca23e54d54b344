import { phrase } from '../phrase';
import { plainWords } from '../plain-words';
import type { Measure } from './measure';
import { offeredWords } from './offered-words';

/** "Reach him", "contact us": somebody is recommended. "Ring me" is what a client says. */
const recommended = [
  'contact|reach|text|message|email|call|dm|add|hire|consult|visit|write (him|her|them|us|our|now|agent|the|today)',
  'contact|reach|text|message|write|dm|chat|add [me|to me] (on|via|through|by) [our] (whatsapp|telegram|instagram|wickr|skype|signal|email|gmail)',
  'whatsapp|telegram|wickr|skype|viber [number|me|us|at|on|the grand master] (+*|@*|live)', 'on telegram|instagram|whatsapp (@*|+*)', 'call or whatsapp', 'whatsapp (him|her|them|us)', 'via email|whatsapp', 'email|contact|telegram|whatsapp|instagram *@*', 'call|text|whatsapp +*',
].map((says) => phrase(says));

const way = /[\w.+-]{1,64}@[a-z\d-]{1,63}\.[a-z]|(?<![\w@])@[a-z][\w]{3,40}|\+\d[\d ]{6,18}|\b(?:whatsapp|telegram|wickr|skype|instagram|微信|واتساب|телеграм)/u;

/** Somebody else is to be contacted, by a way that is given. */
export const contact: Measure = ({ words }) => {
  const plain = plainWords(words);
  if (!way.test(plain)) return null;
  const text = offeredWords(words);
  return recommended.some((pattern) => text.search(pattern) !== -1) ? { rule: 'contact', weight: 6, because: 'It asks readers to write to somebody elsewhere.' } : null;
};
