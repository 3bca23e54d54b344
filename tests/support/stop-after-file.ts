import { afterAll, afterEach, type RunnerTestSuite } from 'vitest';
import { stopEverything, takeUnexpectedEnds } from './running.ts';

const environment = { ...process.env };

/** The messages behind an error: "fetch failed" says nothing, its cause says "connect ECONNREFUSED". */
const causesOf = (error: { cause?: unknown }): string[] => {
  const { cause } = error;
  if (typeof cause !== 'object' || cause === null) return [];
  const { message, code } = cause as { message?: unknown; code?: unknown };
  return [[code, message].filter((part) => typeof part === 'string').join(' '), ...causesOf(cause)];
};

// The summary of a run shows the first line of each error, so that line says what it came from.
afterEach(({ task }) => {
  const ends = takeUnexpectedEnds();
  for (const error of task.result?.errors ?? []) {
    const details = [...causesOf(error), ...ends].join('; ');
    if (details !== '') error.stack = `${error.message.split('\n')[0]} (${details})\n${error.stack ?? ''}`;
  }
});

type HookErrors = NonNullable<NonNullable<RunnerTestSuite['result']>['errors']>;

/** The errors of the hooks of what a file groups with `describe`. */
const hookErrorsIn = ({ tasks }: Pick<RunnerTestSuite, 'tasks'>): HookErrors =>
  tasks.flatMap((task) => (task.type === 'suite' ? [...(task.result?.errors ?? []), ...hookErrorsIn(task)] : []));

// Runs behind the file's own hooks: whatever those have not come to ends here, and the next file in this process finds
// the environment as this one did.
// eslint-disable-next-line no-empty-pattern -- vitest passes fixtures first, and asks for their names
afterAll(async ({}, file) => {
  // The JSON report has the errors of files and of tests only: without this, a failed hook leaves no cause in it.
  const errors = hookErrorsIn(file);
  if (file.result && errors.length > 0) file.result.errors = [...(file.result.errors ?? []), ...errors];
  await stopEverything();
  takeUnexpectedEnds();
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
});
