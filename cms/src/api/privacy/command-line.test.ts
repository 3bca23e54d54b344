import { describe, expect, it } from 'vitest';
import { UsageError } from '#src/cli/run-command';
import { readOrder } from './command-line';

describe('the command line of privacy', () => {
  it('takes an export and an erasure, which has to be meant', () => {
    expect(readOrder(['export', 'ann@example.org'])).toEqual({ act: 'export', address: 'ann@example.org', file: null });
    expect(readOrder(['export', 'ann@example.org', '--file', 'held.json'])).toEqual({
      act: 'export',
      address: 'ann@example.org',
      file: 'held.json',
    });
    expect(readOrder(['erase', 'ann@example.org'])).toEqual({ act: 'erase', address: 'ann@example.org', sure: false });
    expect(readOrder(['erase', '--yes', 'ann@example.org'])).toEqual({
      act: 'erase',
      address: 'ann@example.org',
      sure: true,
    });
  });

  it('shows how it is used when nothing or help was asked for', () => {
    expect(readOrder([])).toBeNull();
    expect(readOrder(['--help'])).toBeNull();
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
    for (const args of wrong) expect(() => readOrder(args), args.join(' ')).toThrow(UsageError);
  });
});
