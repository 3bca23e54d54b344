import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { careFlag } from '#src/api/comment/domain/care/care-flag';
import {
  heldOutSpamFile,
  readEverydayExamples,
  readForeignSpamExamples,
  readSpamExamples,
  readUnseenSpamExamples,
} from '#src/api/comment/read-spam-examples';
import { readSpamSeed, spamSeedFile } from '#src/api/comment/read-spam-seed';
import { featuresOfComment, judgeSpam } from '../judge-spam';
import { emptyTally, nothingCounted, type SpamCounts, unpackCounts } from './spam-counts';
import { learnedFinding, spamScoreOf, weightOfScore } from './spam-filter';
import { fingerprintOfSpam, foundAtLoss, trainSpamFilter } from './train-spam-filter';

const offer = {
  name: 'Wilf',
  text: 'My zorbik changed how I sleep. Ask for a free zorbik today, the flimble is included.',
};
const letter = { name: 'Wilf', text: 'My sister read this to me in the kitchen, and we were both quiet for a while.' };

/** Counts of decisions: each comment as often as it is named. */
const decided = (spam: readonly (typeof offer)[], human: readonly (typeof offer)[]): SpamCounts => {
  const tally = emptyTally();
  for (const each of spam) tally.add(featuresOfComment(each), 'spam');
  for (const each of human) tally.add(featuresOfComment(each), 'human');
  return tally;
};

const score = (comment: typeof offer, learned: SpamCounts = nothingCounted) =>
  spamScoreOf(featuresOfComment(comment), readSpamSeed(), learned);

describe('the spam filter', () => {
  it('was trained on the examples as they are now, 400 or more of each kind', () => {
    const examples = readSpamExamples();
    for (const label of ['spam', 'human'])
      expect(examples.filter((each) => each.label === label).length).toBeGreaterThanOrEqual(400);
    const stored = JSON.parse(readFileSync(spamSeedFile, 'utf8')) as { fingerprint: string };
    expect(stored.fingerprint).toBe(fingerprintOfSpam([...examples, ...readEverydayExamples()]));
    expect(readFileSync(spamSeedFile).length).toBeLessThan(250_000);
  });

  it('is taught by decisions: what is like comments called spam scores higher, what is like the others lower', () => {
    const twice = decided([offer, offer], [letter, letter]);
    expect(score(offer, twice)).toBeGreaterThan(score(offer) + 1);
    expect(score(letter, twice)).toBeLessThan(score(letter));
  });

  it('learns no word from a single comment', () => {
    const once = learnedFinding(featuresOfComment(offer), readSpamSeed(), decided([offer], []));
    expect(once.reason).not.toContain('called spam');
    expect(Math.abs(score(offer, decided([offer], [])) - score(offer))).toBeLessThan(0.2);
  });

  it('says which words it knows from the counsellor’s decisions, and in how many comments they were', () => {
    const { reason } = learnedFinding(featuresOfComment(offer), readSpamSeed(), decided([offer, offer, offer], []));
    expect(reason).toMatch(
      /^Words such as “\p{L}+” and “\p{L}+” were each in 3 or more comments that you called spam\.$/u,
    );
    const text = 'zorbik';
    const one = learnedFinding(featuresOfComment({ name: '', text }), readSpamSeed(), decided([offer, offer], []));
    expect(one.reason).toBe('The word “zorbik” was in 2 comments that you called spam.');
  });

  it('says which words are typical of spam, or that the whole wording is, where no decision says more', () => {
    const reasonOf = (text: string) =>
      learnedFinding(featuresOfComment({ name: 'Jo', text }), readSpamSeed(), nothingCounted).reason;
    expect(reasonOf('Get your casino bonus and backlinks')).toMatch(
      /^Words such as “\p{L}+” and “\p{L}+” are typical of spam\.$/u,
    );
    expect(reasonOf('qq')).toBe('Its wording as a whole is like that of spam.');
  });

  it('takes at most eight points from what the rules found, and adds ten where it is sure', () => {
    expect(weightOfScore(-100)).toBe(-8);
    expect(weightOfScore(5)).toBe(10);
    expect(weightOfScore(3)).toBe(6);
  });

  it('weighs features together, whatever it has counted', () => {
    const { counts, classifier } = readSpamSeed();
    const weights = new Float64Array(classifier.weights.length);
    const scoreWith = (bias: number) =>
      spamScoreOf(featuresOfComment(letter), { counts, classifier: { ...classifier, weights, bias } }, nothingCounted);
    expect(scoreWith(1) - scoreWith(0)).toBeCloseTo(3.5);
  });

  it('never speaks against the counsellor’s own list', () => {
    const learned = decided([], [letter, letter, letter]);
    const submission = { ...letter, honeypot: false, sameBefore: 0 };
    expect(judgeSpam(submission, { wordList: ['kitchen'], careFlagged: false, learned }).isSpam).toBe(true);
  });

  it('finds four of five that it never learns from, and loses no comment by people that looks like spam', () => {
    const unseen = readUnseenSpamExamples();
    const learnt = new Set([...readSpamExamples(), ...readEverydayExamples()].map(({ text }) => text));
    expect(unseen.filter(({ text }) => learnt.has(text)).length, 'of them learnt from').toBe(0);
    const judged = unseen.map(({ name, text, label }) => ({
      label,
      ...judgeSpam({ name, text, honeypot: false, sameBefore: 0 }, { wordList: [], careFlagged: false }),
    }));
    const marked = (label: string) => judged.filter((each) => each.label === label && each.isSpam).length;
    expect(marked('spam') / judged.filter(({ label }) => label === 'spam').length).toBeGreaterThanOrEqual(0.8);
    expect(marked('human')).toBe(0);
    expect(foundAtLoss(judged, 0)).toBeGreaterThan(0.8);
  });

  it('finds four of five that another author wrote, with a limit that loses no comment by people', () => {
    const judged = readForeignSpamExamples(heldOutSpamFile).map(({ name, text, label }) => {
      const context = { wordList: [], careFlagged: careFlag(text) !== null };
      const { weight, isSpam } = judgeSpam({ name, text, honeypot: false, sameBefore: 0 }, context);
      return { label, isSpam, weight: context.careFlagged ? 0 : weight };
    });
    const marked = (label: string) => judged.filter((each) => each.label === label && each.isSpam).length;
    expect(marked('spam') / 300).toBeGreaterThan(0.86);
    expect(marked('human')).toBeLessThanOrEqual(2);
    expect(foundAtLoss(judged, 0)).toBeGreaterThan(0.84);
  });

  it('takes a few milliseconds for the longest comment', () => {
    const text = 'We talked about the garden, and nobody said anything for a while. '.repeat(75);
    const began = performance.now();
    for (let n = 0; n < 20; n += 1) score({ name: 'Jo', text });
    expect((performance.now() - began) / 20).toBeLessThan(100);
  });
});

describe('spam counts', () => {
  it('are the same when stored and read again, and refuse what is incomplete', () => {
    const features = featuresOfComment(offer);
    const { counts: tally } = trainSpamFilter(
      [{ ...offer, label: 'spam', features }],
      [{ ...letter, label: 'human', features: featuresOfComment(letter) }],
    );
    const restored = unpackCounts(tally.pack());
    for (const bucket of features.keys()) expect(restored.inBucket(bucket)).toEqual(tally.inBucket(bucket));
    expect(restored.comments).toEqual({ spam: 1, human: 0.15 });
    expect(() => unpackCounts({ comments: restored.comments, spam: 'AAA=', human: 'AAA=' })).toThrow();
  });
});
