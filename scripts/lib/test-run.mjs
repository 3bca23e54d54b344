import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { buildChanged, install } from './builds.mjs';
import { root, workDir } from './checkout.mjs';
import { captureOutput, describeError, elapsed, exitWithError, printLine } from './console.mjs';
import { endCommands } from './processes.mjs';
import { runSuite, suites, watchSuite } from './suites.mjs';
import { parseArguments, suitesChangedSince, suitesMatching } from './test-selection.mjs';

/**
 * The first line of an error's text, with what a browser waited for, what it found last instead, and the line of the
 * test, as far as it says so.
 */
function headline(text = '') {
  const first = text.split('\n').find((line) => line.trim()) ?? '';
  const [waiting] = /waiting for .*/.exec(text) ?? [];
  const found = text.match(/(?<=^ *- ).*/gm)?.at(-1);
  const [, place] = /(tests\/[\w/.-]+\.ts:\d+)/.exec(text) ?? [];
  return [first, waiting, found !== waiting && found, place && `at ${place}`].filter(Boolean).join(' ');
}

/** The names of the tests of a file that did not pass, each with its error; of a broken file, its own. */
function failuresOf({ name, message, status, assertionResults }) {
  const file = path.relative(root, name);
  const failures = assertionResults
    .filter((test) => test.status !== 'passed')
    .map((test) => `${file}: ${test.fullName}: ${headline(test.failureMessages[0]) || test.status}`);
  const failedByItself = status === 'failed' && assertionResults.every((test) => test.status !== 'failed');
  return message !== '' || failedByItself ? [`${file}: ${headline(message)}`, ...failures] : failures;
}

/**
 * Counts a suite's checks from its JSON report. A suite without tests of its own counts as one check; a report without
 * a test, a file that did not load and a test that was skipped count as failures.
 */
function countChecks({ vitest }, report, exitCode, mayBeEmpty) {
  if (!vitest) return exitCode === 0 ? { passed: 1, failures: [] } : { passed: 0, failures: ['a command failed'] };
  if (!existsSync(report)) return { passed: 0, failures: ['there is no report'] };
  const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const failures = testResults.flatMap(failuresOf);
  const isSilentFailure = failures.length === 0 && (exitCode !== 0 || (numPassedTests === 0 && !mayBeEmpty));
  if (isSilentFailure) failures.push(numPassedTests === 0 ? 'no test ran' : 'an error outside the tests');
  return { passed: numPassedTests, failures };
}

/**
 * @param {boolean} isBuilt whether what it needs is there; otherwise its build is tried again, and fails in its name
 */
async function checkSuite(name, { args = [], mayBeEmpty = false }, isBuilt) {
  const suite = suites[name];
  const since = Date.now();
  printLine(`\n== ${name}: ${suite.description}`);
  const report = path.join(workDir, 'reports', `${name}.json`);
  rmSync(report, { force: true });
  let exitCode = 1;
  try {
    // Never while other suites run on it: a build begins by removing what is there.
    if (!isBuilt) await buildChanged(suite.needs);
    exitCode = await runSuite(suite, report, args);
  } catch (error) {
    printLine(describeError(error));
  }
  return { name, ...countChecks(suite, report, exitCode, mayBeEmpty), duration: elapsed(since) };
}

/**
 * How many suites run side by side: one more than there are processors, because each waits a third of its time for a
 * timer, a mail server or a browser.
 */
const laneCount = Math.min(cpus().length + 1, 4);

/**
 * Runs the suites side by side, started in their order; what one prints comes in one piece when it has ended. A suite
 * that runs alone prints as it goes.
 */
async function checkSuites(names, optionsOf, isBuilt) {
  if (names.length === 1) return [await checkSuite(names[0], optionsOf(names[0]), isBuilt)];
  const queue = [...names];
  const results = [];
  const lane = async () => {
    for (let name = queue.shift(); name; name = queue.shift()) {
      const suite = name;
      printLine(`- Checking: ${suites[suite].description} …`);
      results.push(await captureOutput(() => checkSuite(suite, optionsOf(suite), isBuilt)));
    }
  };
  await Promise.all(Array.from({ length: laneCount }, lane));
  return results;
}

/** Which suites to run and with what, from the command's arguments. */
function select({ names, patterns, changedSince }) {
  if (changedSince !== null) {
    const args = [`--changed=${changedSince}`, '--passWithNoTests'];
    return { names: suitesChangedSince(changedSince, names), optionsOf: () => ({ args, mayBeEmpty: true }) };
  }
  if (patterns.length === 0) return { names, optionsOf: () => ({}) };
  const files = suitesMatching(names, patterns);
  const optionsOf = (name) => ({
    args: suites[name].isSubset ? [...files.get(name), '--passWithNoTests'] : files.get(name),
    mayBeEmpty: suites[name].isSubset,
  });
  return { names: [...files.keys()], optionsOf };
}

/** Prints the results; returns whether the run passed. */
function printResults(results, leftOut, mayBeEmpty) {
  printLine(`\nAfter ${elapsed()}:`);
  for (const { name, passed, failures, duration } of results) {
    const result = failures.length > 0 ? 'FAILED' : 'ok    ';
    printLine(`  ${result} ${name}: ${passed} passed, ${failures.length} failed (${duration})`);
    for (const failure of failures) printLine(`           ${failure}`);
  }
  if (leftOut.length > 0) printLine(`  not run: ${leftOut.join(', ')}`);
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, { failures }) => sum + failures.length, 0);
  printLine(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && (passed > 0 || mayBeEmpty);
}

/** `npm test`: runs the chosen suites, whatever fails, and ends with `N passed, N failed` and an exit code. */
export async function runTests(args) {
  for (const signal of ['SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      endCommands();
      process.exit(143);
    });
  }
  try {
    const parsed = parseArguments(args);
    mkdirSync(path.join(workDir, 'reports'), { recursive: true });
    await install();
    if (parsed.watch) {
      const suite = suites[parsed.names[0]];
      await buildChanged(suite.needs);
      process.exitCode = await watchSuite(suite, parsed.patterns);
      return;
    }
    const { names, optionsOf } = select(parsed);
    // Everything in one go; a build that fails is reported by the suite that needs it.
    const isBuilt = await buildChanged([...new Set(names.flatMap((name) => suites[name].needs))]).then(
      () => true,
      () => false,
    );
    const results = await checkSuites(names, optionsOf, isBuilt);
    const leftOut = Object.keys(suites).filter((name) => !names.includes(name));
    process.exitCode = printResults(results, leftOut, parsed.changedSince !== null) ? 0 : 1;
  } catch (error) {
    exitWithError(error);
  }
}
