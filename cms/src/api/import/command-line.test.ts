import { describe, expect, it } from 'vitest';
import { parseArguments } from './command-line';

describe('parseArguments', () => {
  it('reads a file and the wishes, in any order', () => {
    expect(parseArguments(['page.txt'])).toEqual({
      file: 'page.txt',
      publish: false,
      dryRun: false,
      year: undefined,
      author: null,
    });
    expect(parseArguments(['--publish', '--year=2024', 'page.txt', '--author', ' Rowan Hale ', '--dry-run'])).toEqual({
      file: 'page.txt',
      publish: true,
      dryRun: true,
      year: 2024,
      author: 'Rowan Hale',
    });
  });
  it('is null when somebody only wants to know', () => {
    expect(parseArguments([])).toBeNull();
    expect(parseArguments(['--help'])).toBeNull();
  });
  it.each([
    [['--publsh', 'page.txt'], 'There is no option “--publsh”.'],
    [['--publish'], 'Which file do you want to import?'],
    [['a.txt', 'b.txt'], 'One file at a time, please.'],
    [['a.txt', '--year'], 'Enter a value after “--year” and after “--author”.'],
    [['a.txt', '--year', 'last'], '“--year last” is not a year such as 2025.'],
    [['a.txt', '--author', ' '], '“--author” needs a name after it.'],
    [['a.txt', '--publish=yes'], '“--publish” and “--dry-run” take no value.'],
  ])('%j', (args, message) => {
    expect(() => parseArguments(args)).toThrow(message);
  });
});
