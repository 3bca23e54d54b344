import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDataDir } from './data-lock.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'data-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lockFile = () => path.join(folder, 'start.lock');
const held = () => JSON.parse(readFileSync(lockFile(), 'utf8'));

describe('the lock of a data folder', () => {
  it('is given back at the end', () => {
    const release = lockDataDir(folder, 'http://localhost:3000');
    expect(held()).toMatchObject({ pid: process.pid, siteUrl: 'http://localhost:3000' });
    release();
    expect(existsSync(lockFile())).toBe(false);
  });

  it('refuses a second start, and says which process holds it', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    try {
      writeFileSync(lockFile(), JSON.stringify({ pid: other.pid, startedAt: null, siteUrl: 'http://localhost:3000' }));
      expect(() => lockDataDir(folder, 'http://localhost:3100')).toThrow(
        new RegExp(`already running on .*: process ${other.pid}, http://localhost:3000\\. Stop it .*kill ${other.pid}`),
      );
      expect(held().pid).toBe(other.pid);
    } finally {
      other.kill('SIGKILL');
    }
  });

  it('of a process that has ended, or whose number another one has, is taken over', () => {
    for (const lock of [{ pid: 2 ** 22 - 1, startedAt: null }, { pid: process.ppid, startedAt: '1' }, 'not JSON']) {
      writeFileSync(lockFile(), typeof lock === 'string' ? lock : JSON.stringify(lock));
      lockDataDir(folder, '');
      expect(held().pid).toBe(process.pid);
    }
  });

  it.each(['ENOSPC', 'EROFS'])(
    'is done without while nothing can be written (%s), so that readers are served',
    (code) => {
      const write = () => {
        throw Object.assign(new Error('refused by the disk'), { code });
      };
      const release = lockDataDir(folder, '', write);
      expect(existsSync(lockFile())).toBe(false);
      expect(release).not.toThrow();
    },
  );

  it('of somebody else counts also while nothing can be written', () => {
    writeFileSync(lockFile(), JSON.stringify({ pid: process.ppid, startedAt: null, siteUrl: '' }));
    const write = (file, content, options) => {
      if (existsSync(file)) return writeFileSync(file, content, options);
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    };
    expect(() => lockDataDir(folder, '', write)).toThrow(/already running/);
  });

  it('is refused in a sentence where the folder can’t be used', () => {
    writeFileSync(path.join(folder, 'file'), '');
    expect(() => lockDataDir(path.join(folder, 'file', 'below'), '')).toThrow(/can’t be used \(ENOTDIR\)/);
  });
});
