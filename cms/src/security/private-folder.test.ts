import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepPrivate } from './private-folder';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'private-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const modeOf = (place: string): string => (statSync(place).mode & 0o777).toString(8);

describe('the data folder', () => {
  it('is created for its owner alone', () => {
    keepPrivate(path.join(folder, 'new', 'deeper'));
    expect(modeOf(path.join(folder, 'new', 'deeper'))).toBe('700');
  });

  it('is closed to everybody else when it was open', () => {
    chmodSync(folder, 0o755);
    keepPrivate(folder);
    expect(modeOf(folder)).toBe('700');
  });

  it('is refused with a sentence when it can’t be used', () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    expect(() => keepPrivate(path.join(file, 'below'))).toThrow(/^The data folder .* can’t be used \(ENOTDIR\): /);
  });
});
