import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildChanged } from './build.mjs';
import { install } from './install.mjs';
import { parts } from './parts.mjs';
import { workDir } from './paths.mjs';
import { endUnderWay } from './run.mjs';
import { elapsed, failWith, heldBack, Mendable, say } from './say.mjs';

const usage = `Usage: npm test -- [--only part,part] [--without part,part]
Parts: ${Object.keys(parts).join(', ')}; "cms" is both databases.`;

function named(list) {
  return list.split(',').flatMap((name) => {
    const found = Object.keys(parts).filter((part) => part === name || parts[part].group === name);
    if (found.length === 0) throw new Mendable(`There is no part “${name}”.\n${usage}`);
    return found;
  });
}

function chosen(args) {
  let names = Object.keys(parts);
  for (let i = 0; i < args.length; i += 2) {
    if (!['--only', '--without'].includes(args[i]) || !args[i + 1]) throw new Mendable(usage);
    const said = named(args[i + 1]);
    names = names.filter((name) => said.includes(name) === (args[i] === '--only'));
  }
  return names;
}

/** What a runner's own JSON report counts; a part that has none counts as one check, a report without a test as a failure. */
function count(report, exitCode) {
  if (!existsSync(report)) return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numTotalTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const broken = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const leftOut = numTotalTests - numPassedTests - numFailedTests;
  const failed = numFailedTests + broken + leftOut;
  return { passed: numPassedTests, failed: failed === 0 && (exitCode !== 0 || numPassedTests === 0) ? 1 : failed };
}

async function runPart(name) {
  const { says, needs, run } = parts[name];
  const since = Date.now();
  say(`\n== ${name}: ${says}`);
  const report = path.join(workDir, 'reports', `${name}.json`);
  rmSync(report, { force: true });
  let exitCode = 1;
  try {
    await buildChanged(needs);
    exitCode = await run(report);
  } catch (error) {
    say(error instanceof Mendable ? error.message : error.stack);
  }
  // A tested part that leaves no report never ran.
  const counted =
    ['lint', 'types'].includes(name) || existsSync(report) ? count(report, exitCode) : { passed: 0, failed: 1 };
  return { name, ...counted, took: elapsed(since) };
}

/** Two parts at a time, in their order; what one prints comes in one piece when it has ended. One part alone is shown as it goes. */
async function runAll(names) {
  if (names.length === 1) return [await runPart(names[0])];
  const waiting = [...names];
  const results = [];
  const lane = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      const part = name;
      say(`- Checking: ${parts[part].says} …`);
      results.push(await heldBack(() => runPart(part)));
    }
  };
  await Promise.all([lane(), lane()]);
  return results;
}

/** What the parts run on, in one go; what can't be built is said by the part that needs it. */
const buildAhead = (names) =>
  buildChanged([...new Set(names.flatMap((name) => parts[name].needs))]).catch(() => undefined);

/** Runs the parts, whatever fails, and ends with `N passed, N failed` and an exit code. */
export async function check(args) {
  process.on('SIGTERM', () => {
    endUnderWay();
    process.exit(143);
  });
  try {
    const names = chosen(args);
    mkdirSync(path.join(workDir, 'reports'), { recursive: true });
    await install();
    await buildAhead(names);
    const results = await runAll(names);
    const leftOut = Object.keys(parts).filter((name) => !names.includes(name));
    say(`\nAfter ${elapsed()}:`);
    for (const { name, passed, failed, took } of results)
      say(`  ${failed ? 'FAILED' : 'ok    '} ${name}: ${passed} passed, ${failed} failed (${took})`);
    if (leftOut.length > 0) say(`  left out by name: ${leftOut.join(', ')}`);
    const sum = (key) => results.reduce((all, result) => all + result[key], 0);
    say(`\n${sum('passed')} passed, ${sum('failed')} failed`);
    process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
  } catch (error) {
    failWith(error);
  }
}
