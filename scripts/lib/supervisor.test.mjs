import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pinnedNode } from './checkout.mjs';
import { nextDelay, supervise } from './supervisor.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'supervisor-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A server in small: it writes its process id to a file, and ends when the process that started it is gone. */
const script = (after = '') => {
  const file = path.join(folder, 'server.mjs');
  const pids = path.join(folder, 'pids');
  writeFileSync(pids, '');
  writeFileSync(
    file,
    `import { appendFileSync } from 'node:fs';
     appendFileSync(${JSON.stringify(pids)}, process.pid + '\\n');
     process.on('disconnect', () => process.exit(0));
     setInterval(() => {}, 1000);
     ${after}`,
  );
  return { file, started: () => readFileSync(pids, 'utf8').split('\n').filter(Boolean).map(Number) };
};

const isRunning = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const patient = { timeout: 20_000 };

describe('a supervised process', () => {
  it('that is killed is started again, until it is told to stop', async () => {
    const { file, started } = script();
    const supervised = supervise({ name: 'server', cwd: '.', args: [file], env: {} }, () => undefined);
    await expect.poll(started, patient).toHaveLength(1);
    process.kill(started()[0], 'SIGKILL');
    await expect.poll(started, patient).toHaveLength(2);
    await supervised.stop();
    expect(started().map(isRunning)).toEqual([false, false]);
  });

  it('that can’t use its settings is not started again', async () => {
    const { file, started } = script('process.exit(78);');
    const reason = await new Promise((resolve) => {
      supervise({ name: 'server', cwd: '.', args: [file], env: {} }, resolve);
    });
    expect(reason).toMatch(/^the server can’t use these settings/);
    expect(started()).toHaveLength(1);
  });

  it('ends when the starter is killed, so that nothing is left on the port', async () => {
    const { file, started } = script();
    const starter = path.join(folder, 'starter.mjs');
    writeFileSync(
      starter,
      `import { supervise } from ${JSON.stringify(path.join(import.meta.dirname, 'supervisor.mjs'))};
       supervise({ name: 'server', cwd: '.', args: [${JSON.stringify(file)}], env: {} }, () => {});`,
    );
    const child = spawn(pinnedNode, [starter], { stdio: 'ignore' });
    await expect.poll(started, patient).toHaveLength(1);
    child.kill('SIGKILL');
    await expect.poll(() => isRunning(started()[0]), patient).toBe(false);
  });
});

describe('nextDelay', () => {
  it('doubles up to a minute, and begins again after a process that ran for a minute', () => {
    expect(nextDelay(1000, 5)).toBe(2000);
    expect(nextDelay(40_000, 5)).toBe(60_000);
    expect(nextDelay(60_000, 5)).toBe(60_000);
    expect(nextDelay(60_000, 60_000)).toBe(1000);
  });
});
