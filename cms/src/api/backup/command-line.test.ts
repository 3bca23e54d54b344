import { describe, expect, it } from 'vitest';
import { UsageError } from '#src/cli/run-command';
import { parseBackupArguments, parseRestoreArguments } from './command-line';

describe('the command line of backup', () => {
  it('needs no arguments, and keeps backups for 35 days', () => {
    expect(parseBackupArguments([])).toEqual({ to: null, keepDays: 35, rehearse: false, identity: null });
    expect(parseBackupArguments(['--to', '/mnt', '--keep-days', '7', '--rehearse', '--identity', 'key.txt'])).toEqual({
      to: '/mnt',
      keepDays: 7,
      rehearse: true,
      identity: 'key.txt',
    });
    expect(parseBackupArguments(['--help'])).toBeNull();
  });

  it.each([
    ['--keep-days', '0'],
    ['--keep-days', '1e3'],
    ['--keep-days', 'x'],
    ['--keep-days'],
    ['--nothing'],
    ['file'],
  ])('says what makes no sense: %s %s', (...args) => {
    expect(() => parseBackupArguments(args.filter(Boolean))).toThrow(UsageError);
  });
});

describe('the command line of restore', () => {
  it('takes one backup, which has to be meant', () => {
    expect(parseRestoreArguments(['a.tar.gz'])).toEqual({
      file: 'a.tar.gz',
      envOnly: false,
      identity: null,
      sure: false,
      discardPresent: false,
    });
    expect(parseRestoreArguments(['--yes', 'a', '--discard-present', '--identity', 'key'])).toMatchObject({
      sure: true,
      discardPresent: true,
      identity: 'key',
    });
    expect(parseRestoreArguments(['--undo'])).toMatchObject({ file: null });
  });

  it('shows how it is used when nothing or help was asked for', () => {
    expect(parseRestoreArguments([])).toBeNull();
    expect(parseRestoreArguments(['-h'])).toBeNull();
  });

  it.each([['--yes'], ['a', 'b'], ['--undo', 'a'], ['a', '--identity'], ['a', '--force']])(
    'says what makes no sense: %s %s',
    (...args) => {
      expect(() => parseRestoreArguments(args.filter(Boolean))).toThrow(UsageError);
    },
  );
});
