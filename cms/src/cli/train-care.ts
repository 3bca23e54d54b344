import { writeFileSync } from 'node:fs';
import { careFlag, combined } from '#src/api/comment/domain/care/care-flag';
import { type CareFlag, flagByRules } from '#src/api/comment/domain/care/care-rules';
import { type CareExample, measureFlags } from '#src/api/comment/domain/care/model/measure';
import { featuresOf } from '#src/api/comment/domain/care/model/text-features';
import {
  crossValidate,
  type Scored,
  thresholdsFor,
  trainCareModel,
  type TrainingExample,
} from '#src/api/comment/domain/care/model/train-care-model';
import { readCareExamples, readForeignExamples, readSpamAsCareExamples } from '#src/api/comment/read-care-examples';
import { careModelFile } from '#src/api/comment/read-care-model';
import { percent, runTrainingCommand, say } from './training-command';

const usage = `Trains the care model on the examples of cms/src/api/comment/domain/care.

  npm run train-care                      writes its weights, and says how well it does on examples it was not trained on
  npm run train-care -- --measure <file>  says how well rules and model do on comments written elsewhere, without showing them
`;

const report = (title: string, judged: { example: CareExample; flag: CareFlag | null }[]): void => {
  const measured = measureFlags(judged);
  say(
    [
      `${title}: found ${percent(measured.recall)}, false alarms ${percent(measured.falseAlarms)}`,
      `of the urgent ${percent(measured.urgentFlagged)} flagged and ${percent(measured.urgentRecall)} called urgent`,
      `called urgent without danger ${percent(measured.urgentFalseAlarms)}`,
      `right kind ${percent(measured.rightKind)}`,
    ].join('; '),
  );
};

const reportBoth = (examples: readonly CareExample[]): void => {
  report(
    'Rules alone',
    examples.map((example) => ({ example, flag: flagByRules(example.text) })),
  );
  report(
    'Rules and model',
    examples.map((example) => ({ example, flag: careFlag(example.text) })),
  );
};

const measure = (file: string): void => reportBoth(readForeignExamples(file));

const withFeatures = (examples: CareExample[]): TrainingExample[] =>
  examples.map((example) => ({ ...example, features: featuresOf(example.text) }));

const train = (): void => {
  const written = withFeatures(readCareExamples('training'));
  const all = [...written, ...withFeatures(readCareExamples('examples')), ...withFeatures(readSpamAsCareExamples())];
  const validated = crossValidate(all).filter(({ example }) => written.includes(example));
  const thresholds = thresholdsFor(validated);
  writeFileSync(careModelFile, `${JSON.stringify(trainCareModel(all, thresholds), null, 2)}\n`);
  say(`Trained on ${all.length} examples. On those it was not trained on, in cross-validation:`);
  report(
    'Rules alone',
    written.map((example) => ({ example, flag: flagByRules(example.text) })),
  );
  const combine = ({ example, scores }: Scored): CareFlag | null =>
    combined(flagByRules(example.text), {
      flagged: scores.flagged - thresholds.flagged,
      someoneElse: scores.someoneElse > 0,
      urgent: scores.urgent > thresholds.urgent,
    });
  report(
    'Rules and model',
    validated.map((scored) => ({ example: scored.example, flag: combine(scored) })),
  );
  say('On the comments in care/unseen:');
  reportBoth(readCareExamples('unseen'));
};

runTrainingCommand(usage, { train, measure });
