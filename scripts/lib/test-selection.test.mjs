import { describe, expect, it } from 'vitest';
import { parseArguments, suitesMatching } from './test-selection.mjs';

const all = parseArguments([]).names;

describe('the arguments of npm test', () => {
  it('choose every suite when there are none', () => {
    expect(all).toEqual(
      expect.arrayContaining(['unit', 'lint', 'types', 'cms-sqlite', 'cms-postgres', 'web', 'browser', 'faults']),
    );
  });

  it('choose suites by name and by group, in the order of the suites', () => {
    expect(parseArguments(['--only', 'unit,cms']).names).toEqual(['cms-sqlite', 'cms-postgres', 'unit']);
    expect(parseArguments(['--without', 'browser']).names).toEqual(all.filter((name) => name !== 'browser'));
  });

  it('compare with the last commit unless --changed names one', () => {
    expect(parseArguments(['--changed']).changedSince).toBe('HEAD');
    expect(parseArguments(['--changed', 'main']).changedSince).toBe('main');
    expect(parseArguments(['--changed', '--only', 'unit'])).toMatchObject({ changedSince: 'HEAD', names: ['unit'] });
  });

  it('watch one suite of tests, narrowed by patterns', () => {
    expect(parseArguments(['--watch', 'unit', 'headers'])).toMatchObject({
      watch: true,
      names: ['unit'],
      patterns: ['headers'],
    });
  });

  it.each([['--only'], ['--only', 'nothing'], ['--watch', 'cms'], ['--watch', 'lint'], ['--wach', 'unit']])(
    'are refused with the usage when they make no sense: %s %s',
    (...args) => {
      expect(() => parseArguments(args)).toThrow(/Usage: npm test/);
    },
  );
});

describe('the files that a pattern matches', () => {
  const filesOf = (...patterns) =>
    Object.fromEntries(
      [...suitesMatching(all, patterns)].map(([name, files]) => [
        name,
        files.map((file) => file.replace(/^.*\/(?=tests\/|scripts\/)/, '')),
      ]),
    );

  it('are a unit test when the pattern names the file under test', () => {
    expect(filesOf('scripts/lib/test-selection.mjs')).toEqual({ unit: ['scripts/lib/test-selection.test.mjs'] });
  });

  it('run on both databases when they are tests of the CMS', () => {
    expect(filesOf('./tests/cms/privacy.test.ts')).toEqual({
      'cms-postgres': ['tests/cms/privacy.test.ts'],
      'cms-sqlite': ['tests/cms/privacy.test.ts'],
    });
  });

  it('go to every suite that has one', () => {
    expect(Object.keys(filesOf('outbox.test.ts', 'tests/architecture'))).toEqual(
      expect.arrayContaining(['browser', 'cms-sqlite', 'cms-postgres', 'faults', 'unit']),
    );
  });

  it('are an error when there are none', () => {
    expect(() => filesOf('no-such-file')).toThrow(/No test file’s path contains “no-such-file”/);
  });
});
