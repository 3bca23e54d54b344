import { spawn } from 'node:child_process';
import { inRoot, pinnedNode } from './paths.mjs';
import { withPinnedNode } from './run.mjs';
import { Mendable, say } from './say.mjs';

const stopTimeout = 12_000;

/** Prints each line of a stream behind the name of its process. */
function relay(stream, name) {
  let rest = '';
  stream.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    for (const line of lines) if (line.trim()) say(`[${name}] ${line}`);
  });
}

/** Starts one of the two processes. `exited` resolves to its exit code, or to the signal that ended it. */
export function startProcess(name, cwd, args, env) {
  const child = spawn(pinnedNode, args, {
    cwd: inRoot(cwd),
    env: withPinnedNode(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  relay(child.stdout, name);
  relay(child.stderr, name);
  const exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
  return { name, child, exited };
}

/** Asks a process to end (SIGTERM), and ends it after 12 s if it does not. */
export async function stopProcess({ name, child, exited }) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const force = setTimeout(() => {
    say(`The ${name} did not stop by itself within ${stopTimeout / 1000} s and was ended.`);
    child.kill('SIGKILL');
  }, stopTimeout);
  child.kill('SIGTERM');
  await exited;
  clearTimeout(force);
}

/** Waits until `url` answers with a status below 400; throws when the process ends first, or after `seconds`. */
export async function waitFor({ name, exited }, url, seconds) {
  let ended;
  void exited.then((how) => {
    ended = { how };
  });
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until) {
    if (ended)
      throw new Mendable(`The ${name} ended before it was ready (${ended.how}): its last lines above say why.`);
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(5000), redirect: 'manual' });
      if (answer.status < 400) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Mendable(`The ${name} was not ready after ${seconds} s: it should answer at ${url}.`);
}
