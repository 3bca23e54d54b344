const started = Date.now();

/** Seconds since the command began, e.g. "41 s". */
export const elapsed = (since = started) => `${Math.round((Date.now() - since) / 1000)} s`;

export const say = (line = '') => process.stdout.write(`${line}\n`);

/** Something that the person at the terminal has to mend: one sentence, no stack. */
export class Mendable extends Error {}

/** Prints what went wrong (a stack only for what is our own fault) and ends with exit code 1. */
export function failWith(error) {
  process.stderr.write(`\n${error instanceof Mendable ? error.message : (error.stack ?? String(error))}\n`);
  process.exit(1);
}

/** Says that a longer piece of work is going on, every ten seconds, and how long it took. */
export async function step(what, work) {
  const since = Date.now();
  say(`- ${what} …`);
  const ticking = setInterval(() => say(`  still at it: ${what} (${elapsed(since)})`), 10_000);
  try {
    const result = await work();
    say(`  done: ${what.replace(/ \(.*/, '')} (${elapsed(since)})`);
    return result;
  } finally {
    clearInterval(ticking);
  }
}
