import { personalDetailsIn } from 'shared';
import { comparableText } from '#src/api/comment/domain/comparable-text';
import { phraseBook } from '#src/api/comment/domain/phrases/phrase-book';
import { phrasesOf, wordsOf } from '#src/api/comment/domain/word-files';
import { readWordFile } from '#src/api/comment/read-word-file';
import { isWellKnown } from './link-rules';
import { linkedHosts, offeredWords } from './offered-text';
import type { SpamRule } from './spam-rule';

const businessWords = new Set(wordsOf(readWordFile('spam/words/business-names.txt')));

const countBusinessWords = (name: string): number =>
  (comparableText(name).match(/\p{L}+/gu) ?? []).filter((word) => businessWords.has(word)).length;

/** The name is the address of a website, or reads like that of a business. */
export const tradeName: SpamRule = ({ name }) => {
  if (linkedHosts(name).length > 0)
    return { rule: 'tradeName', weight: 8, reason: 'The name is the address of a website.' };
  const count = countBusinessWords(name);
  if (count === 0) return null;
  return { rule: 'tradeName', weight: count > 1 ? 6 : 4, reason: 'The name reads like a business.' };
};

/** "Reach him", "contact us": someone is recommended. */
const recommendations = phraseBook(phrasesOf(readWordFile('spam/words/contact.txt')));

/** Names in private chats, and numbers; addresses are found by the rule that warns of personal details. */
const handle = /(?<![\w@])@[a-z]\w{3,40}|\+\d[\d ]{6,18}/gu;
const channel = /\b(?:whatsapp|telegram|wickr|skype|instagram|signal|gmail)\b|微信|واتساب|телеграм/u;

/** "My address is", "ring me on": the handle that follows is the writer's own. */
const ownHandle =
  /\b(?:my (?:own )?(?:e-?mail|mail|number|phone|mobile|address)|(?:reach|ring|call|text|e-?mail|contact|phone|message|tell|let) me|(?:write|get back|reply) to me|i(?:'| a)m (?:on|at)|may i|could i|can i)\b/u;

/** How many characters before a handle may say whose it is. */
const charactersBefore = 60;

/** Returns the addresses and numbers in a plain text, but for the writer's own and those of well-known services. */
const strangersHandles = (plain: string): string[] => {
  const handles = [
    ...personalDetailsIn(plain)
      .filter(({ kind }) => kind !== 'address')
      .map(({ found }) => found),
    ...(plain.match(handle) ?? []),
  ];
  return handles.filter((found) => {
    const at = plain.indexOf(found);
    const before = plain.slice(Math.max(0, at - charactersBefore), at);
    return !ownHandle.test(before) && !isWellKnown(found.split('@')[1] ?? '');
  });
};

/** Whether a comment gives strangers a way to its sender's business; without one it gains nothing for a spammer. */
export const leadsSomewhere = ({ name, text }: { name: string; text: string }): boolean => {
  const plain = comparableText(text);
  return (
    linkedHosts(`${name} ${text}`).length > 0 ||
    countBusinessWords(name) > 0 ||
    strangersHandles(plain).length > 0 ||
    channel.test(plain)
  );
};

/** Readers are to contact someone else, or the text gives an address or number that is not the writer's own. */
export const contact: SpamRule = ({ text }) => {
  const plain = comparableText(text);
  const hasHandle = strangersHandles(plain).length > 0;
  if (!hasHandle && !channel.test(plain)) return null;
  if (recommendations.has(offeredWords(text)))
    return { rule: 'contact', weight: hasHandle ? 10 : 6, reason: 'It asks readers to contact someone elsewhere.' };
  return hasHandle ? { rule: 'contact', weight: 6, reason: 'It gives someone else’s address or number.' } : null;
};
