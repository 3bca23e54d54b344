import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  heldOutFile,
  readCareExamples,
  readForeignExamples,
  readSpamAsCareExamples,
} from '#src/api/comment/read-care-examples';
import { careModelFile, readCareModel } from '#src/api/comment/read-care-model';
import { careFlag } from '../care-flag';
import { flagByRules } from '../care-rules';
import { opinionOf, passagesOf, storedCareModel } from './care-model';
import { packClassifier, scoreOf, unpackClassifier } from './linear-classifier';
import { type CareExample, measureFlags } from './measure';
import { fingerprintOf } from './train-care-model';
import { trainClassifier } from './train-classifier';

const stored = storedCareModel.parse(JSON.parse(readFileSync(careModelFile, 'utf8')));
const written = readCareExamples('training');

const measured = (examples: readonly CareExample[], flagOf: typeof careFlag) =>
  measureFlags(examples.map((example) => ({ example, flag: flagOf(example.text) })));

describe('the care model', () => {
  it('was trained on the examples as they are now, 3,000 or more of them written for it', () => {
    expect(written.length).toBeGreaterThanOrEqual(3_000);
    expect(new Set(written.map(({ text }) => text)).size).toBe(written.length);
    expect(stored.fingerprint).toBe(
      fingerprintOf([...written, ...readCareExamples('examples'), ...readSpamAsCareExamples()]),
    );
  });

  it('is small', () => {
    expect(readFileSync(careModelFile).length).toBeLessThan(300_000);
  });

  it('finds what the rules miss in comments that another author wrote and it was not trained on', () => {
    const heldOut = readForeignExamples(heldOutFile);
    const texts = new Set(written.map(({ text }) => text));
    expect(heldOut.filter(({ text }) => texts.has(text)).length, 'comments of the training among them').toBe(0);
    const both = measured(heldOut, careFlag);
    expect(both.recall).toBeGreaterThan(0.84);
    expect(both.falseAlarms).toBeLessThan(0.22);
    expect(both.urgentFlagged).toBeGreaterThan(0.86);
    expect(both.urgentRecall).toBeGreaterThan(0.69);
    expect(measured(heldOut, flagByRules).recall).toBeLessThan(both.recall / 1.5);
  });

  it('finds most of what it never learns from, with few false alarms', () => {
    const unseen = readCareExamples('unseen');
    const texts = new Set(written.map(({ text }) => text));
    expect(unseen.filter(({ text }) => texts.has(text)).length, 'comments of the training among them').toBe(0);
    const { recall, falseAlarms } = measured(unseen, careFlag);
    expect(recall).toBeGreaterThan(0.85);
    expect(falseAlarms).toBeLessThan(0.1);
  });

  it('finds a cry for help in a long comment about other things', () => {
    const chat = 'We went to the market on Saturday and bought apples, and the dog came too. It rained a bit. ';
    const cry = 'I keep thinking how easy it would be to slip off the harbour wall tonight. Nobody would miss me.';
    const opinion = opinionOf(readCareModel(), `${chat.repeat(6)}${cry} ${chat.repeat(6)}`);
    expect(opinion.flagged).toBeGreaterThan(0);
    expect(opinionOf(readCareModel(), chat.repeat(12)).flagged).toBeLessThan(0);
  });
});

describe('passagesOf', () => {
  it('splits a long text into passages that overlap, and a short one not at all', () => {
    const sentence = `${'word '.repeat(39)}end.`;
    expect(passagesOf(`${sentence} ${sentence}`)).toEqual([]);
    expect(passagesOf(`${sentence} ${sentence} ${sentence}`)).toEqual([
      `${sentence} ${sentence}`,
      ` ${sentence} ${sentence}`,
    ]);
  });
});

describe('trainClassifier', () => {
  const example = (hashes: number[], isYes: boolean) => ({ features: new Map(hashes.map((hash) => [hash, 1])), isYes });
  const examples = [example([1, 3], true), example([1, 4], true), example([2, 3], false), example([2, 4], false)];

  it('learns which features matter, and the same for the same examples', () => {
    const classifier = trainClassifier(examples, { bits: 8 });
    expect(scoreOf(classifier, new Map([[1, 1]]))).toBeGreaterThan(0);
    expect(scoreOf(classifier, new Map([[2, 1]]))).toBeLessThan(0);
    expect(trainClassifier(examples, { bits: 8 })).toEqual(classifier);
  });

  it('sides with the example that costs more, where two contradict each other', () => {
    const scoreWith = (yes: number, no: number) =>
      scoreOf(
        trainClassifier(
          [
            { ...example([1], true), weight: yes },
            { ...example([1], false), weight: no },
          ],
          { bits: 8 },
        ),
        new Map([[1, 1]]),
      );
    expect(scoreWith(5, 1)).toBeGreaterThan(0);
    expect(scoreWith(1, 5)).toBeLessThan(0);
  });

  it('keeps its scores when packed into bytes, within a step', () => {
    const classifier = trainClassifier(examples, { bits: 8 });
    const restored = unpackClassifier(packClassifier(classifier));
    for (const { features } of examples)
      expect(scoreOf(restored, features)).toBeCloseTo(scoreOf(classifier, features), 1);
    expect(() => unpackClassifier({ ...packClassifier(classifier), bits: 9 })).toThrow(
      'A classifier of 9 bits has 256 weights.',
    );
  });
});
