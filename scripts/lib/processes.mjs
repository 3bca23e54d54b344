import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot, pinnedNode, root, workDir } from './checkout.mjs';
import { isCapturing, print, printLine, UserFacingError } from './console.mjs';

/** The environment with the pinned Node first on the path, so that tools that look for `node` find that one. */
export const withPinnedNode = (extra = {}) => ({
  ...process.env,
  ...extra,
  PATH: [path.dirname(pinnedNode), inRoot('node_modules', '.bin'), process.env.PATH].join(path.delimiter),
});

const children = new Set();

/** Ends the commands that `runCommand` and `runLogged` are waiting for, so that a signal leaves no build behind. */
export const endCommands = () => children.forEach((child) => child.kill('SIGTERM'));

function track(child) {
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

/** Runs a command to its end and shows its output. Resolves to its exit code (1 if a signal ended it). */
export const runCommand = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    const stdio = isCapturing() ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = track(spawn(command, args, { cwd: root, stdio, env: withPinnedNode(), ...options }));
    child.stdout?.setEncoding('utf8').on('data', print);
    child.stderr?.setEncoding('utf8').on('data', print);
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ? 1 : code));
  });

/**
 * Runs a command to its end with its output in `.build/logs/<name>.log`.
 * @param {object} options those of `spawn`, and `explain`: the advice to print after a failure, or a function that
 * makes
 *   it from the end of the log
 * @throws {UserFacingError} the end of the log and the advice, when the command fails
 */
export const runLogged = (name, command, args, { explain, ...options }) =>
  new Promise((resolve, reject) => {
    const file = path.join(workDir, 'logs', `${name}.log`);
    mkdirSync(path.dirname(file), { recursive: true });
    const log = createWriteStream(file);
    const child = track(
      spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: withPinnedNode(), ...options }),
    );
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    child.once('error', reject);
    child.once('close', (code) => {
      log.end(() => {
        if (code === 0) return resolve();
        const tail = readFileSync(file, 'utf8').trimEnd().split('\n').slice(-30).join('\n');
        const advice = typeof explain === 'function' ? explain(tail) : explain;
        reject(new UserFacingError(`${tail}\n\n${advice} The whole log is in ${path.relative(root, file)}`));
      });
    });
  });

const stopTimeoutMs = 12_000;

/** Prints each line of a stream behind the name of its process; JSON says that itself, and must stay JSON. */
function relay(stream, name) {
  let rest = '';
  stream.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    for (const line of lines) if (line.trim()) printLine(line.startsWith('{') ? line : `[${name}] ${line}`);
  });
}

/**
 * Starts a long-running process on the pinned Node. Its `exited` resolves to its exit code, or to the signal that ended
 * it.
 * @param {boolean} options.withIpc opens a channel whose end tells the process that this one is gone, even after SIGKILL
 */
export function startProcess(name, cwd, args, env, { withIpc = false } = {}) {
  const child = spawn(pinnedNode, args, {
    cwd: inRoot(cwd),
    env: withPinnedNode(env),
    stdio: ['ignore', 'pipe', 'pipe', ...(withIpc ? ['ipc'] : [])],
  });
  relay(child.stdout, name);
  relay(child.stderr, name);
  const exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
  return { name, child, exited };
}

/** Sends SIGTERM to a process and waits for it; kills it after twelve seconds. */
export async function stopProcess({ name, child, exited }) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const force = setTimeout(() => {
    printLine(`The ${name} did not stop within ${stopTimeoutMs / 1000} s and was killed.`);
    child.kill('SIGKILL');
  }, stopTimeoutMs);
  child.kill('SIGTERM');
  await exited;
  clearTimeout(force);
}

/**
 * Waits until `url` answers with a status below 400.
 * @throws {UserFacingError} when the process ends first, or after `seconds`
 */
export async function waitForUrl({ name, exited }, url, seconds) {
  let end = null;
  void exited.then((status) => {
    end = { status };
  });
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until) {
    if (end)
      throw new UserFacingError(`The ${name} stopped before it was ready (${end.status}): see its last lines above.`);
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5000), redirect: 'manual' });
      if (response.status < 400) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new UserFacingError(`The ${name} was not ready after ${seconds} s: it should answer at ${url}.`);
}
