import { phrase } from '../phrase';
import { plainWords } from '../plain-words';
import type { CareKind } from './care-flag';
import { childWrites, fiction, longAgo, negations, now, ownPeople, safeNow } from './context';
import { idioms, titles } from './idioms';
import { lists } from './lists';
import type { PhraseRule } from './phrase-rule';
import { abuse } from './rules/abuse';
import { acts } from './rules/acts';
import { distress } from './rules/distress';
import { dying } from './rules/dying';
import { someoneElse } from './rules/someone-else';
import { spokenIn, type Spoken } from './spoken';

export interface Hit {
  kind: CareKind;
  urgent: boolean;
  because: string;
}

const compiled = (phrases: readonly string[]): RegExp[] => phrases.map((source) => phrase(source, lists));
const says = (sentence: string, patterns: readonly RegExp[]): boolean => patterns.some((pattern) => sentence.search(pattern) !== -1);

const rules = [...acts, ...dying, ...abuse, ...someoneElse, ...distress].map((rule) => ({ rule, patterns: compiled(rule.says) }));
const harmless = compiled([...titles, ...idioms]);
const [ago, present, better, invented, near, child] = [longAgo, now, safeNow, [...fiction, ...titles], ownPeople, childWrites].map(compiled) as [RegExp[], RegExp[], RegExp[], RegExp[], RegExp[], RegExp[]];
const negated = new RegExp(`(?:${compiled(negations).map(({ source }) => source).join('|')})$`, 'u');

/** Whether a phrase stands in the sentence and is not turned round by what comes right before it. */
const stands = (sentence: string, pattern: RegExp): boolean =>
  [...sentence.matchAll(pattern)].some((match) => !negated.test(sentence.slice(Math.max(0, match.index - 60), match.index)));

const turned = (kind: CareKind): CareKind => (kind === 'self' ? 'someone else' : 'self');

const hitBy = ({ kind, urgent, because }: PhraseRule, { sentence, byOther }: Spoken, told: { isSafeNow: boolean }): Hit | null => {
  const isOver = says(sentence, ago) && !says(sentence, present);
  if (isOver && told.isSafeNow) return null;
  if (kind === 'someone else' && !byOther && says(sentence, invented) && !says(sentence, near)) return null;
  return { kind: byOther ? turned(kind) : kind, urgent: urgent && !isOver, because: isOver ? `${because}, long ago` : because };
};

/** What the phrase rules find, sentence by sentence, so that nothing said in one silences another. */
export const hitsIn = (words: string): Hit[] => {
  const spoken = spokenIn(plainWords(words));
  const told = { isSafeNow: spoken.some(({ sentence }) => says(sentence, better)) };
  const hits = spoken.flatMap(({ sentence, byOther }) => {
    const plain = harmless.reduce((text, idiom) => text.replaceAll(idiom, '~ '), sentence);
    return rules.flatMap(({ rule, patterns }) => (patterns.some((pattern) => stands(plain, pattern)) ? (hitBy(rule, { sentence, byOther }, told) ?? []) : []));
  });
  const isChild = hits.some(({ kind }) => kind === 'self') && spoken.some(({ sentence }) => says(sentence, child));
  return isChild ? [...hits.map((hit) => ({ ...hit, urgent: true })), { kind: 'self', urgent: true, because: 'Seems to be a child' }] : hits;
};
