import { describe, expect, it } from 'vitest';
import { UsageError } from '#src/cli/run-command';
import { parseArguments } from './command-line';

describe('the command for accounts', () => {
  it('takes one address, whatever its capitals', () => {
    for (const command of ['new-password', 'turn-off-two-step'])
      expect(parseArguments([command, 'Counsellor@Example.org'])).toEqual({
        command,
        address: 'counsellor@example.org',
      });
  });

  it('shows its usage without arguments and when asked', () => {
    expect(parseArguments([])).toBeNull();
    expect(parseArguments(['--help'])).toBeNull();
  });

  it.each([
    [['turn-off-two-step']],
    [['turn-off-two-step', 'nobody']],
    [['turn-off-two-step', 'a@example.org', 'b@example.org']],
    [['delete', 'a@example.org']],
    [['turn-off-two-step', 'a@example.org', '--yes']],
  ])('refuses %j', (args) => {
    expect(() => parseArguments(args)).toThrow(UsageError);
  });
});
