import { comparableText } from '#src/api/comment/domain/comparable-text';
import type { Match } from '#src/api/comment/domain/phrases/phrase-book';
import { type CareKind, type CareRule, contextPhrases, dangerPhrases, harmlessPhrases } from './care-words';
import { type Sentence, sentencesOf } from './sentences';

/** What sorts a comment first: plain sentences for the counsellor, no score. */
export interface CareFlag {
  kind: CareKind;
  /** Danger is present: to life, through abuse, to a child, or by a threat. */
  urgent: boolean;
  reasons: string[];
}

type Hit = CareRule;

const writersWords = new Set(['i', 'me', 'my', 'myself', 'us']);
const wordsBefore = 3;
const longestNegation = 8;

/** Puts `~` in the place of every word of an idiom or a title. */
const withoutIdioms = (words: readonly string[]): string[] => {
  const out = [...words];
  for (const { from, to } of harmlessPhrases.find(words)) out.fill('~', from, to);
  return out;
};

/** Whether "not" stands right before the phrase, or "never" in the middle of one that lets other words in. */
const isNegated = (words: readonly string[], { entry, from, to }: Match<{ hasNever: boolean }>): boolean => {
  if (!entry.hasNever && words.slice(from, to).includes('never')) return true;
  const before = words.slice(Math.max(0, from - longestNegation), from);
  return contextPhrases.negation.find(before).some(({ to }) => to === before.length);
};

const opposite = (kind: CareKind): CareKind => (kind === 'self' ? 'someone else' : 'self');

/** What a phrase means in its sentence; null if it is long over, or about invented people. */
const hitIn = ({ words, byOther }: Sentence, { kind, urgent, reason }: CareRule, isSafeNow: boolean): Hit | null => {
  const { longAgo, now, stillSo, betterNow, fiction, ownPeople } = contextPhrases;
  const isOver = longAgo.has(words) && !stillSo.has(words) && (!now.has(words) || betterNow.has(words));
  if (isOver && isSafeNow) return null;
  if (kind === 'someone else' && !byOther && fiction.has(words) && !ownPeople.has(words)) return null;
  return {
    kind: byOther ? opposite(kind) : kind,
    urgent: urgent && !isOver,
    reason: isOver ? `${reason}, long ago` : reason,
  };
};

/** Whether the phrase itself or the words before it say that it is about the writer. */
const isAboutWriter = (words: readonly string[], { from, to }: Match<unknown>): boolean =>
  words.slice(Math.max(0, from - wordsBefore), from).includes('i') ||
  words.slice(from, to).some((word) => writersWords.has(word));

const isAboutPeopleInGeneral = (words: readonly string[]): boolean => {
  const { general, ownPeople, now } = contextPhrases;
  return general.has(words) && !ownPeople.has(words) && !now.has(words);
};

/** In a sentence about someone else, a phrase that does not say whom it is about is about them. */
const hitsInSentence = (sentence: Sentence, isSafeNow: boolean): Hit[] => {
  const words = withoutIdioms(sentence.words);
  const isGeneral = isAboutPeopleInGeneral(words);
  const found = dangerPhrases
    .find(words)
    .filter((match) => !isNegated(words, match))
    .map((match) => ({ hit: hitIn(sentence, match.entry, isSafeNow), aboutWriter: isAboutWriter(words, match) }))
    .filter(({ aboutWriter }) => !isGeneral || aboutWriter);
  const aboutOther = found.some(({ hit }) => hit?.kind === 'someone else');
  return found
    .filter(({ hit, aboutWriter }) => !aboutOther || hit?.kind === 'someone else' || aboutWriter)
    .flatMap(({ hit }) => hit ?? []);
};

/** Looks at each sentence by itself, so that nothing in one silences another. */
const hitsIn = (text: string): Hit[] => {
  const sentences = sentencesOf(comparableText(text));
  const isSafeNow = sentences.some(({ words }) => contextPhrases.betterNow.has(words));
  const hits = sentences.flatMap((sentence) => hitsInSentence(sentence, isSafeNow));
  const byChild =
    hits.some(({ kind }) => kind === 'self') && sentences.some(({ words }) => contextPhrases.child.has(words));
  return byChild
    ? [...hits.map((hit) => ({ ...hit, urgent: true })), { kind: 'self', urgent: true, reason: 'Seems to be a child' }]
    : hits;
};

/**
 * Returns what the phrases of `words/` find in a text; null if none of them is in it. Danger goes before distress, and the
 * writer before others.
 */
export function flagByRules(text: string): CareFlag | null {
  const hits = hitsIn(text);
  const first =
    hits.find((hit) => hit.urgent && hit.kind === 'self') ??
    hits.find((hit) => hit.urgent) ??
    hits.find((hit) => hit.kind === 'self') ??
    hits[0];
  if (!first) return null;
  const reasons = [first, ...hits.filter((hit) => hit.urgent), ...hits].map(({ reason }) => reason);
  return { kind: first.kind, urgent: first.urgent, reasons: [...new Set(reasons)] };
}
