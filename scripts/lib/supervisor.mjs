import { printLine, unusableSettings } from './console.mjs';
import { startProcess, stopProcess } from './processes.mjs';

const firstDelayMs = 1000;
const longestDelayMs = 60_000;
/** After running for so long, a process that ends is started again as if for the first time, in milliseconds. */
const provenAfterMs = 60_000;

/** Returns how long to wait before the next start, in milliseconds: twice as long after each that failed soon. */
export const nextDelay = (delayMs, ranForMs) =>
  ranForMs >= provenAfterMs ? firstDelayMs : Math.min(delayMs * 2, longestDelayMs);

/** Prints an event in the format of the servers' own lines. */
function report(message, format) {
  const time = new Date().toISOString();
  printLine(format === 'json' ? JSON.stringify({ time, level: 'error', process: 'starter', message }) : message);
}

/**
 * Keeps a process running: whenever it ends by itself it is started again, after a second at first and after a minute
 * at most.
 * @param {(reason: string) => void} onUnusableSettings called when starting it again makes no sense
 */
export function supervise({ name, cwd, args, env }, onUnusableSettings) {
  let running = null;
  let timer;
  let isStopping = false;
  let delayMs = firstDelayMs;
  /** How often it has ended by itself. */
  let ends = 0;

  const start = () => {
    const since = Date.now();
    running = startProcess(name, cwd, args, env, { withIpc: true });
    void running.exited.then((status) => {
      if (isStopping) return;
      ends += 1;
      if (status === unusableSettings) return onUnusableSettings(`the ${name} can’t use these settings: see above`);
      const ranForMs = Date.now() - since;
      const waitMs = ranForMs >= provenAfterMs ? firstDelayMs : delayMs;
      delayMs = nextDelay(delayMs, ranForMs);
      report(`The ${name} ended by itself (${status}). It is started again in ${waitMs / 1000} s.`, env.LOG_FORMAT);
      timer = setTimeout(start, waitMs);
    });
  };
  start();
  return {
    name,
    get ends() {
      return ends;
    },
    get pid() {
      return running.child.pid;
    },
    stop: async () => {
      isStopping = true;
      clearTimeout(timer);
      await stopProcess(running);
    },
  };
}

/**
 * Waits until `url` answers with a status below 400.
 * @returns whether it did before the process ended by itself, within `seconds`
 */
export async function isReadyWithin(supervised, url, seconds) {
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until && supervised.ends === 0) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5000), redirect: 'manual' });
      if (response.status < 400) return true;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
