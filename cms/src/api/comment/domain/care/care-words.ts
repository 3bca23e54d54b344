import { comparableText } from '#src/api/comment/domain/comparable-text';
import type { Lists } from '#src/api/comment/domain/phrases/notation';
import { PhraseBook, phraseBook } from '#src/api/comment/domain/phrases/phrase-book';
import {
  listsOf,
  phrasesIn,
  phrasesOf,
  sectionOf,
  type WordFile,
  WordFileError,
} from '#src/api/comment/domain/word-files';
import { readWordFile } from '#src/api/comment/read-word-file';

/** Who seems to be struggling or in danger: the writer, or someone that the writer speaks of. */
export type CareKind = 'self' | 'someone else';

/** What a phrase tells the counsellor. */
export interface CareRule {
  kind: CareKind;
  /** Danger is present: to life, through abuse, to a child, or by a threat. */
  urgent: boolean;
  /** A plain sentence without its full stop. */
  reason: string;
}

/** A phrase that contains "never" is not turned round by it. */
interface DangerPhrase extends CareRule {
  hasNever: boolean;
}

const kinds: Readonly<Record<string, CareKind>> = { 'the writer': 'self', 'someone else': 'someone else' };

/**
 * Returns each phrase of a file with the rule that the heading above it states, such as "the writer, urgent: Says that
 * they want to die".
 *
 * @throws WordFileError if a heading states none
 */
export function careRulesIn(file: WordFile, lists: Lists = {}): [phrase: string, rule: DangerPhrase][] {
  return file.sections.flatMap((section) => {
    const [, who = '', urgency = '', reason = ''] = /^([^,]+), (urgent|not urgent): (.+)$/.exec(section.heading) ?? [];
    const kind = kinds[who];
    if (!kind) {
      const form = '“the writer” or “someone else”, a comma, “urgent” or “not urgent”, a colon, and a sentence';
      throw new WordFileError(file, section.number, `Write the heading as ${form}.`);
    }
    const rule = { kind, urgent: urgency === 'urgent', reason };
    return phrasesIn(file, section, lists).map((phrase): [string, DangerPhrase] => [
      phrase,
      { ...rule, hasNever: phrase.includes('never') },
    ]);
  });
}

/**
 * Returns what the lines of a file such as "kms = kill myself" say: how words are typed, and what they mean.
 *
 * @throws WordFileError for a line without an equals sign or with capitals, and for more than `maxWords` words before
 * the sign
 */
export function wordFormsIn(file: WordFile, maxWords: number): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  for (const { text, number } of sectionOf(file).lines) {
    const [typed = '', meant = '', ...more] = text.split(' = ');
    if (typed === '' || meant === '' || more.length > 0)
      throw new WordFileError(file, number, 'Write how it is typed, “ = ”, and what it means.');
    if (text !== comparableText(text))
      throw new WordFileError(file, number, `Write “${text}” in plain, lower case letters.`);
    if (typed.split(' ').length > maxWords)
      throw new WordFileError(file, number, `“${typed}” has more than ${maxWords} words.`);
    if (forms.has(typed)) throw new WordFileError(file, number, `“${typed}” already has a meaning.`);
    forms.set(typed, meant);
  }
  return forms;
}

const fileOf = (name: string): WordFile => readWordFile(`care/words/${name}.txt`);

const lists = listsOf(fileOf('lists'));
const harmlessFile = fileOf('harmless');
const contextFile = fileOf('context');
const titles = phrasesOf(harmlessFile, 'titles', lists);
const context = (heading: string): string[] => phrasesOf(contextFile, heading, lists);
const contextBook = (heading: string): PhraseBook<true> => phraseBook(context(heading), lists);

/** Signs of danger or distress. */
export const dangerPhrases = new PhraseBook(
  ['acts', 'dying', 'abuse', 'someone-else', 'distress'].flatMap((name) => careRulesIn(fileOf(name), lists)),
  lists,
);

/** Ways of speaking and titles that only sound like danger. */
export const harmlessPhrases = phraseBook([...titles, ...phrasesOf(harmlessFile, 'idioms', lists)], lists);

/** What the rest of a sentence shows; words/context.txt explains each. */
export const contextPhrases = {
  negation: contextBook('not'),
  longAgo: contextBook('long ago'),
  now: contextBook('now'),
  stillSo: contextBook('still so'),
  betterNow: contextBook('better now'),
  quoted: contextBook('quoted'),
  ownThought: contextBook('own thought'),
  saidByOthers: contextBook('said by others'),
  fiction: phraseBook([...context('fiction'), ...titles], lists),
  general: contextBook('general'),
  ownPeople: contextBook('own people'),
  child: contextBook('child'),
};

export const maxWordsOfForm = 3;

export const wordForms = wordFormsIn(fileOf('word-forms'), maxWordsOfForm);
