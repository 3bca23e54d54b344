import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommandError } from '#src/cli/run-command';
import {
  beginJournal,
  forgetJournal,
  isRestoreRunning,
  journalFile,
  putFilesBack,
  readJournal,
  removeAsides,
  replaceFiles,
  type Replacement,
} from './replace-files';

let folder = '';
const now = new Date('2026-11-26T03:00:00.000Z');
const at = (name: string) => path.join(folder, name);
const contentOf = (name: string) => (existsSync(at(name)) ? readFileSync(at(name), 'utf8') : null);

/** A database, its log that is to disappear, a folder of uploads, and a file that is new. */
const replacements = (): Replacement[] => [
  { target: at('db-wal'), staged: null },
  { target: at('db'), staged: at('stage/db') },
  { target: at('uploads'), staged: at('stage/uploads') },
  { target: at('new/env'), staged: at('stage/env') },
];
const old = () =>
  expect([contentOf('db'), contentOf('db-wal'), contentOf('uploads/a'), contentOf('new/env')]).toEqual([
    'old',
    'log',
    'old',
    null,
  ]);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'quiet-room-replace-'));
  for (const name of ['uploads', 'stage/uploads']) mkdirSync(at(name), { recursive: true });
  for (const name of ['db', 'uploads/a']) writeFileSync(at(name), 'old');
  writeFileSync(at('db-wal'), 'log');
  for (const name of ['stage/db', 'stage/uploads/b', 'stage/env']) writeFileSync(at(name), 'new');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('files that a restore replaces', () => {
  it('are there after it has ended, without a trace of the old ones', async () => {
    const journal = await beginJournal(folder, at('stage'), replacements(), now);
    await replaceFiles(replacements());
    await forgetJournal(folder);
    await removeAsides(journal);
    expect([contentOf('db'), contentOf('db-wal'), contentOf('uploads/b'), contentOf('new/env')]).toEqual([
      'new',
      null,
      'new',
      'new',
    ]);
    expect(readdirSync(folder).sort()).toEqual(['db', 'new', 'uploads']);
  });

  it.each([0, 1, 2, 3, 4])('are put back when it ended after %i of them, as often as that is tried', async (count) => {
    await beginJournal(folder, at('stage'), replacements(), now);
    await replaceFiles(replacements().slice(0, count));
    const journal = await readJournal(folder);
    expect(journal?.startedAt).toBe(now.toISOString());
    for (let time = 0; time < 2; time += 1) {
      if (journal) await putFilesBack(journal);
      old();
    }
    expect(existsSync(at('stage'))).toBe(false);
  });

  it('are there at every moment, while they are replaced and while they are put back', async () => {
    let isOver = false;
    let missing = 0;
    const look = (): void => {
      if (!existsSync(at('db'))) missing += 1;
      if (!isOver) setImmediate(look);
    };
    const journal = await beginJournal(folder, at('stage'), replacements(), now);
    look();
    await replaceFiles(replacements());
    await putFilesBack(journal);
    isOver = true;
    expect(missing).toBe(0);
    old();
  });

  it('are put back when it ended between the two steps of one', async () => {
    const journal = await beginJournal(folder, at('stage'), replacements(), now);
    linkSync(at('db'), at('db.before-restore'));
    await putFilesBack(journal);
    old();
    expect(existsSync(at('db.before-restore'))).toBe(false);
  });

  it('are never taken for what an earlier restore has left behind', async () => {
    writeFileSync(at('db.before-restore'), 'ancient');
    const journal = await beginJournal(folder, at('stage'), replacements(), now);
    await putFilesBack(journal);
    old();
  });
});

describe('the journal of a restore', () => {
  it('does not exist before it, and is that of a running one while it is touched', async () => {
    expect(await readJournal(folder)).toBeNull();
    expect(await isRestoreRunning(folder)).toBe(false);
    await beginJournal(folder, at('stage'), [], now);
    expect(await isRestoreRunning(folder)).toBe(true);
  });

  it('that can’t be read is an error, because nothing may be guessed', async () => {
    writeFileSync(journalFile(folder), '{');
    await expect(readJournal(folder)).rejects.toThrow(CommandError);
  });
});
