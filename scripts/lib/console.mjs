import { AsyncLocalStorage } from 'node:async_hooks';

const startedAt = Date.now();
/** The buffer that the present task prints into; the terminal outside of `captureOutput`. */
const capture = new AsyncLocalStorage();

/** Formats the time since `since` (epoch milliseconds; the start of the command by default), e.g. "41 s". */
export const elapsed = (since = startedAt) => `${Math.round((Date.now() - since) / 1000)} s`;

/** Prints text as it is, without adding a line break. */
export const print = (text) => {
  const buffer = capture.getStore();
  if (buffer) buffer.push(text);
  else process.stdout.write(text);
};

export const printLine = (line = '') => print(`${line}\n`);

/** Whether output is being buffered by `captureOutput`. */
export const isCapturing = () => capture.getStore() !== undefined;

/** Runs `task` and prints its output in one piece at the end, so that tasks can run side by side and stay readable. */
export async function captureOutput(task) {
  const buffer = [];
  try {
    return await capture.run(buffer, task);
  } finally {
    process.stdout.write(buffer.join(''));
  }
}

/** An error that the person at the terminal can put right: its message is shown without a stack trace. */
export class UserFacingError extends Error {}

/**
 * How a process says that another start would end the same way: its settings can't be used (EX_CONFIG of sysexits.h).
 */
export const unusableSettings = 78;

/** A setting that can't be used, named in the message. */
export class UnusableSetting extends UserFacingError {
  exitCode = unusableSettings;
}

/** What a file needs that the system refuses, by the code of its error. */
const needs = {
  EACCES: 'it must belong to the user that runs this',
  EPERM: 'it must belong to the user that runs this',
  EROFS: 'it must be on a disk that can be written',
  ENOSPC: 'there must be room on its disk',
};

/** Of a missing file, a port in use and the like, Node's message says it all. */
const describeSystemError = ({ message, code, path: file }) =>
  file && needs[code] ? `${file} can’t be used (${code}): ${needs[code]}.` : message;

const isSystemError = (error) => typeof error.syscall === 'string' && typeof error.code === 'string';

/** What to print about an error: the stack only when the fault is in our own code. */
export const describeError = (error) => {
  if (error instanceof UserFacingError) return error.message;
  return isSystemError(error) ? describeSystemError(error) : (error.stack ?? String(error));
};

/** Prints the error and ends the process with exit code 1, or 78 if another start would end the same way. */
export function exitWithError(error) {
  process.stderr.write(`\n${describeError(error)}\n`);
  process.exit(error.exitCode ?? 1);
}

/** Runs a longer task: announces it, reports every ten seconds that it is still running, and how long it took. */
export async function step(description, task) {
  const since = Date.now();
  printLine(`- ${description} …`);
  const ticker = setInterval(() => printLine(`  still running: ${description} (${elapsed(since)})`), 10_000);
  try {
    const result = await task();
    printLine(`  done: ${description.replace(/ \(.*/, '')} (${elapsed(since)})`);
    return result;
  } finally {
    clearInterval(ticker);
  }
}
