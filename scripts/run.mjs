import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot, pinnedNode, root, workDir } from './paths.mjs';
import { isHeldBack, Mendable, print } from './say.mjs';

/** The environment with the pinned Node first on the path, so that tools that look for `node` find that one. */
export const withPinnedNode = (extra = {}) => ({
  ...process.env,
  ...extra,
  PATH: [path.dirname(pinnedNode), inRoot('node_modules', '.bin'), process.env.PATH].join(path.delimiter),
});

const underWay = new Set();

/** Ends what `show` and `quietly` have under way: a signal to these scripts must not leave a build behind. */
export const endUnderWay = () => underWay.forEach((child) => child.kill('SIGTERM'));

function track(child) {
  underWay.add(child);
  child.once('exit', () => underWay.delete(child));
  return child;
}

/** Runs a command to its end, showing all that it prints. Resolves to its exit code. */
export const show = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    const stdio = isHeldBack() ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = track(spawn(command, args, { cwd: root, stdio, env: withPinnedNode(), ...options }));
    child.stdout?.setEncoding('utf8').on('data', print);
    child.stderr?.setEncoding('utf8').on('data', print);
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ? 1 : code));
  });

/**
 * Runs a command to its end, writing what it prints to `.build/logs/<name>.log`. A failure shows the end of that log
 * and throws `sentence` as what the person can do about it.
 */
export const quietly = (name, command, args, { sentence, ...options }) =>
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
        const told = typeof sentence === 'function' ? sentence(tail) : sentence;
        reject(new Mendable(`${tail}\n\n${told} All that was printed: ${path.relative(root, file)}`));
      });
    });
  });
