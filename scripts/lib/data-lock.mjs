import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { printLine, UserFacingError } from './console.mjs';

const fileName = 'start.lock';

/** When a process was started, in the clock ticks of Linux: a number may be given again to another process. */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function isRunning({ pid, startedAt }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  const now = startOf(pid);
  return now === null || startedAt === null || now === startedAt;
}

function readLock(file) {
  try {
    const lock = JSON.parse(readFileSync(file, 'utf8'));
    return Number.isInteger(lock.pid) ? lock : null;
  } catch {
    return null;
  }
}

/** @returns whether the file was created, i.e. nobody else has */
function create(file, content, write) {
  try {
    write(file, content, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Without room nothing can be noted, but readers still need the pages that the site has, and the help lines most of
 * all. A second start is then stopped by the ports only.
 */
const nothingCanBeWritten = ({ code }) => ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO'].includes(code);

const unlocked = (dataDir, { code }) => {
  printLine(`Nothing can be written to the data folder ${dataDir} (${code}): make room on its disk, or mend it.`);
  printLine('The site serves what it has. Nothing can be stored meanwhile.\n');
  return () => undefined;
};

/**
 * Makes the data folder this process's own until it ends: two starts on one folder would delete each other's page
 * cache. A lock of a process that has ended is taken over. While the disk is full or read-only, it goes on without.
 * @param {string} siteUrl told to whoever comes second
 * @param {typeof writeFileSync} write what writes the lock
 * @returns {() => void} what gives the lock back
 * @throws {UserFacingError} when another start holds it, or the folder can't be used
 */
export function lockDataDir(dataDir, siteUrl, write = writeFileSync) {
  const file = path.join(dataDir, fileName);
  const mine = { pid: process.pid, startedAt: startOf(process.pid), siteUrl };
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    for (let attempt = 0; attempt < 3 && !create(file, JSON.stringify(mine), write); attempt += 1) {
      const other = readLock(file);
      if (other && other.pid !== process.pid && isRunning(other)) throw alreadyRunning(dataDir, other);
      rmSync(file, { force: true });
    }
    const holder = readLock(file);
    if (holder?.pid !== process.pid) throw alreadyRunning(dataDir, holder ?? { pid: 'unknown' });
  } catch (error) {
    if (error instanceof UserFacingError) throw error;
    if (nothingCanBeWritten(error)) return unlocked(dataDir, error);
    throw new UserFacingError(
      `The data folder ${dataDir} can’t be used (${error.code ?? error.message}): it must belong to you, or set DATA_DIR to another one.`,
    );
  }
  return () => {
    if (readLock(file)?.pid === process.pid) rmSync(file, { force: true });
  };
}

const alreadyRunning = (dataDir, { pid, siteUrl }) =>
  new UserFacingError(
    `Quiet Room is already running on ${dataDir}: process ${pid}${siteUrl ? `, ${siteUrl}` : ''}. Stop it with Ctrl-C or \`kill ${pid}\`, or set DATA_DIR to another folder for a second installation.`,
  );
