import type { Plan } from './documents/plan';

/** What came of one file: a plan that was carried out, or the sentence that says why it was not imported. */
export type FileOutcome = { file: string } & ({ plan: Plan } | { refused: string });

const isNew = (outcome: FileOutcome): boolean => 'plan' in outcome && outcome.plan.decision === 'create';
const isUpdated = (outcome: FileOutcome): boolean =>
  'plan' in outcome &&
  (outcome.plan.decision === 'update' || (outcome.plan.decision === 'same' && outcome.plan.publishes));

/** Whether nothing came of the file although its post is not here yet. */
export const isRefused = (outcome: FileOutcome): boolean => 'refused' in outcome || outcome.plan.decision === 'twin';

/** What came of several files, in a few lines: how many there were of each kind, and every file that needs a person. */
export function writeSummary(outcomes: readonly FileOutcome[], dryRun: boolean): string {
  const refused = outcomes.filter(isRefused);
  const counts: [number, string][] = [
    [outcomes.filter(isNew).length, dryRun ? 'would be new' : 'new'],
    [outcomes.filter(isUpdated).length, dryRun ? 'would be updated' : 'updated'],
    [outcomes.filter((outcome) => !isNew(outcome) && !isUpdated(outcome) && !isRefused(outcome)).length, 'unchanged'],
    [refused.length, 'not imported'],
  ];
  const counted = counts.flatMap(([count, name]) => (count > 0 ? [`${count} ${name}`] : []));
  return [
    `${outcomes.length} files: ${counted.join(', ')}.`,
    ...refused.map((outcome) =>
      'refused' in outcome
        ? `  - ${outcome.file}: ${outcome.refused}`
        : `  - ${outcome.file}: there is already a post with this title that was not imported from this page.`,
    ),
    '',
  ].join('\n');
}
