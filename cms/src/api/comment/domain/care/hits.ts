import { type Match, PhraseBook, phraseBook } from '#src/api/comment/domain/phrases/phrase-book';
import { plainWords } from '#src/api/comment/domain/plain-words';
import { childWrites, fiction, longAgo, negations, now, ownPeople, safeNow, stillSo } from './context';
import { idioms, titles } from './idioms';
import { lists } from './lists';
import type { CareKind, PhraseRule } from './phrase-rule';
import { abuse } from './rules/abuse';
import { acts } from './rules/acts';
import { distress } from './rules/distress';
import { dying } from './rules/dying';
import { someoneElse } from './rules/someone-else';
import { type Spoken, spokenIn } from './spoken';

export interface Hit {
  kind: CareKind;
  urgent: boolean;
  because: string;
}

const rules = [...acts, ...dying, ...abuse, ...someoneElse, ...distress];
const danger = new PhraseBook(
  rules.flatMap((rule) => rule.says.map((phrase) => [phrase, { rule, saysNever: phrase.includes('never') }] as const)),
  lists,
);
const harmless = phraseBook([...titles, ...idioms], lists);
const turnedRound = phraseBook(negations, lists);
const ago = phraseBook(longAgo, lists);
const today = phraseBook(now, lists);
const still = phraseBook(stillSo, lists);
const better = phraseBook(safeNow, lists);
const invented = phraseBook([...fiction, ...titles], lists);
const near = phraseBook(ownPeople, lists);
const child = phraseBook(childWrites, lists);

const ofTheWriter = new Set(['i', 'me', 'my', 'myself', 'us']);
const wordsBefore = 3;
const longestNegation = 8;

/** The words with every idiom and title taken out; what is left stands at its place. */
const withoutIdioms = (words: readonly string[]): string[] => {
  const out = [...words];
  for (const { from, to } of harmless.find(words)) out.fill('~', from, to);
  return out;
};

/** "Not" stands right before the phrase, or "never" in the middle of one that lets other words in. */
const isTurnedRound = (words: readonly string[], { entry, from, to }: Match<{ saysNever: boolean }>): boolean => {
  if (!entry.saysNever && words.slice(from, to).includes('never')) return true;
  const before = words.slice(Math.max(0, from - longestNegation), from);
  return turnedRound.find(before).some(({ to }) => to === before.length);
};

const turned = (kind: CareKind): CareKind => (kind === 'self' ? 'someone else' : 'self');

const hitBy = ({ kind, urgent, because }: PhraseRule, { words, byOther }: Spoken, isSafeNow: boolean): Hit | null => {
  const isOver = ago.has(words) && !still.has(words) && (!today.has(words) || better.has(words));
  if (isOver && isSafeNow) return null;
  if (kind === 'someone else' && !byOther && invented.has(words) && !near.has(words)) return null;
  return {
    kind: byOther ? turned(kind) : kind,
    urgent: urgent && !isOver,
    because: isOver ? `${because}, long ago` : because,
  };
};

/** In a sentence about somebody else, a phrase that doesn’t say whose it is belongs to them. */
const hitsOf = (spoken: Spoken, isSafeNow: boolean): Hit[] => {
  const words = withoutIdioms(spoken.words);
  const found = danger
    .find(words)
    .filter((match) => !isTurnedRound(words, match))
    .flatMap(({ entry, from, to }) => {
      const hit = hitBy(entry.rule, spoken, isSafeNow);
      return hit
        ? [
            {
              hit,
              own:
                words.slice(Math.max(0, from - wordsBefore), from).includes('i') ||
                words.slice(from, to).some((word) => ofTheWriter.has(word)),
            },
          ]
        : [];
    });
  const aboutOther = found.some(({ hit }) => hit.kind === 'someone else');
  return found.filter(({ hit, own }) => !aboutOther || hit.kind === 'someone else' || own).map(({ hit }) => hit);
};

/** What the phrase rules find, sentence by sentence, so that nothing said in one silences another. */
export const hitsIn = (words: string): Hit[] => {
  const spoken = spokenIn(plainWords(words));
  const isSafeNow = spoken.some((each) => better.has(each.words));
  const hits = spoken.flatMap((each) => hitsOf(each, isSafeNow));
  const isChild = hits.some(({ kind }) => kind === 'self') && spoken.some((each) => child.has(each.words));
  return isChild
    ? [...hits.map((hit) => ({ ...hit, urgent: true })), { kind: 'self', urgent: true, because: 'Seems to be a child' }]
    : hits;
};
