import { describe, expect, it } from 'vitest';
import { parseArguments } from './command-line';

describe('parseArguments', () => {
  it('reads a file and the wishes, in any order', () => {
    expect(parseArguments(['page.txt'])).toEqual({
      files: ['page.txt'],
      publish: false,
      dryRun: false,
      keepsAll: false,
      year: undefined,
      date: undefined,
      author: null,
    });
    expect(parseArguments(['--publish', '--year=2024', 'page.txt', '--author', ' Rowan Hale ', '--dry-run'])).toEqual({
      files: ['page.txt'],
      publish: true,
      dryRun: true,
      keepsAll: false,
      year: 2024,
      date: undefined,
      author: 'Rowan Hale',
    });
  });
  it('reads several files, a day as people write it, and the wish to keep everything', () => {
    expect(parseArguments(['a.txt', 'b.txt', '--keep-all'])).toMatchObject({
      files: ['a.txt', 'b.txt'],
      keepsAll: true,
    });
    expect(parseArguments(['a.txt', '--date', '25 July 2024'])).toMatchObject({ date: '2024-07-25' });
  });
  it('is null when somebody only wants to know', () => {
    expect(parseArguments([])).toBeNull();
    expect(parseArguments(['--help'])).toBeNull();
  });
  it.each([
    [['--publsh', 'page.txt'], 'There is no option “--publsh”.'],
    [['--publish'], 'Which file do you want to import?'],
    [['a.txt', 'b.txt', '--date', '2024-07-25'], '“--date” is for one file: import the files one at a time.'],
    [['a.txt', '--year'], 'Enter a value after “--date”, “--year” and “--author”.'],
    [['a.txt', '--date', '03/04/2024'], '“--date 03/04/2024” is not a day such as 2025-07-25.'],
    [['a.txt', '--date', '2024-02-31'], '“--date 2024-02-31” is not a day such as 2025-07-25.'],
    [['a.txt', '--date', '2999-01-01'], '“--date 2999-01-01” is in the future.'],
    [['a.txt', '--year', 'last'], '“--year last” is not a year such as 2025.'],
    [['a.txt', '--author', ' '], '“--author” needs a name after it.'],
    [['a.txt', '--publish=yes'], '“--publish”, “--dry-run” and “--keep-all” take no value.'],
  ])('%j', (args, message) => {
    expect(() => parseArguments(args)).toThrow(message);
  });
});
