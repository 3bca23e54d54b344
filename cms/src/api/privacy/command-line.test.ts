import { describe, expect, it } from 'vitest';
import { UsageError } from '#src/cli/run-command';
import { parseArguments } from './command-line';

describe('the command line of privacy', () => {
  it('takes an export and an erasure, which has to be meant', () => {
    expect(parseArguments(['export', 'ann@example.org'])).toEqual({
      command: 'export',
      address: 'ann@example.org',
      file: null,
    });
    expect(parseArguments(['export', 'ann@example.org', '--file', 'personal-data.json'])).toEqual({
      command: 'export',
      address: 'ann@example.org',
      file: 'personal-data.json',
    });
    expect(parseArguments(['erase', 'ann@example.org'])).toEqual({
      command: 'erase',
      address: 'ann@example.org',
      sure: false,
    });
    expect(parseArguments(['erase', '--yes', 'ann@example.org'])).toEqual({
      command: 'erase',
      address: 'ann@example.org',
      sure: true,
    });
  });

  it('shows how it is used when nothing or help was asked for', () => {
    expect(parseArguments([])).toBeNull();
    expect(parseArguments(['--help'])).toBeNull();
  });

  it('says what makes no sense', () => {
    const wrong = [
      ['show', 'ann@example.org'],
      ['export'],
      ['erase', 'ann'],
      ['erase', 'a@b.c', 'd@e.f'],
      ['export', 'a@b.c', '--yes'],
      ['erase', 'a@b.c', '--file', 'x'],
      ['erase', 'a@b.c', '--now'],
    ];
    for (const args of wrong) expect(() => parseArguments(args), args.join(' ')).toThrow(UsageError);
  });
});
