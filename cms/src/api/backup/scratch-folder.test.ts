import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { makeScratchFolder } from './scratch-folder';

const parent = mkdtempSync(path.join(tmpdir(), 'quiet-room-scratch-'));

afterEach(() => rmSync(parent, { recursive: true, force: true }));

describe('a scratch folder of a backup', () => {
  it('is closed to others, and ends what a killed command has left, but nothing that is still in use', async () => {
    for (const name of ['.backup-killed', '.backup-running', 'backups']) mkdirSync(path.join(parent, name));
    for (const name of ['.backup-killed', 'backups']) utimesSync(path.join(parent, name), new Date(0), new Date(0));
    const made = await makeScratchFolder(parent, '.backup-');
    expect(statSync(made).mode & 0o077).toBe(0);
    expect(readdirSync(parent).sort()).toEqual([path.basename(made), '.backup-running', 'backups'].sort());
  });
});
