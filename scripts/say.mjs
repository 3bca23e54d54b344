import { AsyncLocalStorage } from 'node:async_hooks';

const started = Date.now();
/** Where the present piece of work leaves what it prints; the terminal, unless `heldBack` runs it. */
const paper = new AsyncLocalStorage();

/** Seconds since the command began, e.g. "41 s". */
export const elapsed = (since = started) => `${Math.round((Date.now() - since) / 1000)} s`;

/** Prints as it is, without a line's end. */
export const print = (text) => {
  const held = paper.getStore();
  if (held) held.push(text);
  else process.stdout.write(text);
};

export const say = (line = '') => print(`${line}\n`);

/** Whether what is printed now waits on paper. */
export const isHeldBack = () => paper.getStore() !== undefined;

/** Prints what `work` says in one piece when it has ended, so that two pieces of work can go on side by side and be read. */
export async function heldBack(work) {
  const held = [];
  try {
    return await paper.run(held, work);
  } finally {
    process.stdout.write(held.join(''));
  }
}

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
