import { writeFileSync } from 'node:fs';
import { careFlag } from '#src/api/comment/domain/care/care-flag';
import { packClassifier } from '#src/api/comment/domain/care/model/linear-classifier';
import { featuresOfComment, judgeSpam } from '#src/api/comment/domain/spam/judge-spam';
import type { SpamSeed } from '#src/api/comment/domain/spam/learning/spam-filter';
import {
  type CountedExample,
  crossValidateSpam,
  fingerprintOfSpam,
  foundAtLoss,
  type Judged,
  type SpamExample,
  trainSpamFilter,
} from '#src/api/comment/domain/spam/learning/train-spam-filter';
import {
  readEverydayExamples,
  readForeignSpamExamples,
  readSpamExamples,
  readUnseenSpamExamples,
} from '#src/api/comment/read-spam-examples';
import { spamSeedFile } from '#src/api/comment/read-spam-seed';
import { percent, runTrainingCommand, say } from './training-command';

const usage = `Trains the spam filter on the examples of cms/src/api/comment/domain/spam.

  npm run train-spam                      writes what it counted, and says how well it does on examples it was not trained on
  npm run train-spam -- --measure <file>  says how well rules and filter do on comments written elsewhere, without showing them
`;

/** A comment with a care flag is never spam, whatever its weight. */
const judge = ({ name, text, label }: SpamExample, seed?: SpamSeed): Judged => {
  const careFlagged = careFlag(text) !== null;
  const submission = { name, text, honeypot: false, sameBefore: 0 };
  const { weight, isSpam } = judgeSpam(submission, { wordList: [], careFlagged, seed });
  return { label, weight: careFlagged ? 0 : weight, isSpam };
};

const report = (title: string, judged: readonly Judged[]): void => {
  const [spam, human] = (['spam', 'human'] as const).map((label) => judged.filter((each) => each.label === label));
  const caught = (spam ?? []).filter(({ isSpam }) => isSpam).length;
  const lost = (human ?? []).filter(({ isSpam }) => isSpam).length;
  say(`${title}: ${caught} of ${spam?.length} spam found, ${lost} of ${human?.length} comments by people lost.`);
  const points = [0, 1, 2].map((n) => `${percent(foundAtLoss(judged, n))} at ${n} lost`);
  say(`With any other limit: ${points.join(', ')}.`);
};

const measure = (file: string): void => {
  const examples = readForeignSpamExamples(file);
  const began = performance.now();
  const judged = examples.map((example) => judge(example));
  const each = (performance.now() - began) / examples.length;
  report('Rules and filter', judged);
  say(`${each.toFixed(1)} ms for each comment, the care check among them.`);
};

const counted = (examples: SpamExample[]): CountedExample[] =>
  examples.map((example) => ({ ...example, features: featuresOfComment(example) }));

const train = (): void => {
  const examples = counted(readSpamExamples());
  const everyday = counted(readEverydayExamples());
  const { counts, classifier } = trainSpamFilter(examples, everyday);
  const stored = {
    madeBy: 'npm run train-spam',
    fingerprint: fingerprintOfSpam([...examples, ...everyday]),
    counts: counts.pack(),
    classifier: packClassifier(classifier),
  };
  writeFileSync(spamSeedFile, `${JSON.stringify(stored, null, 2)}\n`);
  say(`Counted ${examples.length} examples and ${everyday.length} everyday comments.`);
  const validated = crossValidateSpam(examples, everyday);
  report(
    'On those it was not trained on, in cross-validation, rules and filter',
    validated.map(({ example, seed }) => judge(example, seed)),
  );
  report(
    'On the comments in spam/unseen, rules and filter',
    readUnseenSpamExamples().map((example) => judge(example)),
  );
};

runTrainingCommand(usage, { train, measure });
