import { afterAll, afterEach } from 'vitest';
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

// Runs behind the file's own hooks: whatever those have not come to ends here, and the next file in this process finds
// the environment as this one did.
afterAll(async () => {
  await stopEverything();
  takeUnexpectedEnds();
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
});
