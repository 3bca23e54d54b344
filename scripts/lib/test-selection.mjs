import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './checkout.mjs';
import { UserFacingError } from './console.mjs';
import { suites } from './suites.mjs';

const usage = `Usage: npm test                                everything
       npm test -- <file or pattern> …        the test files whose path contains one of the patterns
       npm test -- --changed [<commit>]       the tests that reach a changed file (since the last commit by default)
       npm test -- --watch <suite> [<pattern> …]
       --only suite,suite  --without suite,suite   narrow each of them
Suites: ${Object.keys(suites).join(', ')}; “cms” is both databases.`;

function suitesNamed(list) {
  return list.split(',').flatMap((name) => {
    const found = Object.keys(suites).filter((suite) => suite === name || suites[suite].group === name);
    if (found.length === 0) throw new UserFacingError(`There is no suite “${name}”.\n${usage}`);
    return found;
  });
}

/**
 * Parses the arguments of `npm test`.
 * @returns {{ names: string[], patterns: string[], changedSince: string | null, watch: boolean }} the suites that are
 *   chosen by name, in their order
 * @throws {UserFacingError} for an unknown suite or option
 */
export function parseArguments(args) {
  const parsed = { names: Object.keys(suites), patterns: [], changedSince: null, watch: false };
  const rest = [...args];
  const value = (option) => {
    if (rest.length === 0 || rest[0].startsWith('--')) throw new UserFacingError(`${option} needs a value.\n${usage}`);
    return rest.shift();
  };
  while (rest.length > 0) {
    const arg = rest.shift();
    if (arg === '--only' || arg === '--without') {
      const named = suitesNamed(value(arg));
      parsed.names = parsed.names.filter((name) => named.includes(name) === (arg === '--only'));
    } else if (arg === '--watch') {
      parsed.watch = true;
      const named = suitesNamed(value(arg));
      parsed.names = parsed.names.filter((name) => named.includes(name));
      if (parsed.names.length !== 1 || !suites[parsed.names[0]].vitest)
        throw new UserFacingError(`--watch takes one suite of tests, such as “unit”.\n${usage}`);
    } else if (arg === '--changed') {
      parsed.changedSince = rest.length > 0 && !rest[0].startsWith('--') ? rest.shift() : 'HEAD';
    } else if (arg.startsWith('-')) {
      throw new UserFacingError(`There is no option “${arg}”.\n${usage}`);
    } else parsed.patterns.push(arg);
  }
  return parsed;
}

const skipped = /^(node_modules|dist|build|fixtures|\..*)$/;

const testFilesBelow = (folder) =>
  readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skipped.test(entry.name) ? [] : testFilesBelow(file);
    return /\.test\.(?:ts|mjs)$/.test(file) ? [file] : [];
  });

/**
 * Finds the test files whose path contains one of the patterns, by suite. A pattern may also name the file under test.
 * @returns {Map<string, string[]>} absolute paths
 * @throws {UserFacingError} for a pattern that finds nothing
 */
export function suitesMatching(names, patterns) {
  const files = ['scripts', 'shared', 'cms', 'web', 'tests'].flatMap(testFilesBelow);
  const matching = patterns.map((pattern) => {
    const wanted = path
      .normalize(pattern)
      .replace(/^(?:\.\/)+/, '')
      .replace(/(?<!\.test)\.(ts|mjs)$/, '.test.$1')
      .toLowerCase();
    const found = files.filter((file) => file.toLowerCase().includes(wanted));
    if (found.length === 0) throw new UserFacingError(`No test file’s path contains “${pattern}”.\n${usage}`);
    return found;
  });
  const chosen = [...new Set(matching.flat())];
  const bySuite = names.map((name) => [name, chosen.filter((file) => suites[name].isTest?.(file))]);
  return new Map(
    bySuite
      .filter(([, found]) => found.length > 0)
      .map(([name, found]) => [name, found.map((file) => path.join(root, file))]),
  );
}

function git(...args) {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new UserFacingError(`--changed asks git, which answered: ${(stderr ?? '').trim()}`);
  return stdout.split('\n').filter(Boolean);
}

/** Finds the suites in which a file has changed, or something that their test files may import. */
export function suitesChangedSince(commit, names) {
  const changed = [
    ...git('diff', '--name-only', '--relative', commit, '--'),
    ...git('ls-files', '--others', '--exclude-standard'),
  ];
  const shared = /^tests\/(support|fixtures)\//;
  return names.filter(
    (name) => suites[name].vitest && changed.some((file) => suites[name].isTest(file) || shared.test(file)),
  );
}
