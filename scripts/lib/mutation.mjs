import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { buildChanged, install } from './builds.mjs';
import { inRoot, pinnedNode, root, workDir } from './checkout.mjs';
import { exitWithError, printLine, UserFacingError } from './console.mjs';
import { runCommand, withPinnedNode } from './processes.mjs';

/** The modules whose decisions unit tests must hold: no Strapi, no Nuxt, no database. */
const modules = {
  shared: ['shared/src/**/*.ts'],
  cms: ['cms/src/api/*/domain/**/*.ts', 'cms/src/security/**/*.ts', 'cms/src/text/**/*.ts'],
  web: ['web/server/http/**/*.ts', 'web/server/forms/*.ts', 'web/server/page-cache/**/*.ts'],
};

/** Tests, data, and what only connects modules to the framework; integration tests prove those. */
const exclusions = ['!**/*.test.ts', '!**/index.ts', '!shared/src/contracts/**', '!web/server/forms/form-services.ts'];

const usage = 'Usage: npm run mutation [-- <package, folder or file> …], such as cms or web/server/http/body.ts';

/** Turns a package, a folder or a file into the patterns of the files to mutate. */
function patternsOf(target) {
  if (target in modules) return modules[target];
  const file = path.relative(root, path.resolve(process.env.INIT_CWD ?? root, target));
  if (file.startsWith('..') || !existsSync(inRoot(file)))
    throw new UserFacingError(`There is no package, folder or file “${target}”.\n${usage}`);
  return statSync(inRoot(file)).isDirectory() ? [`${file}/**/*.ts`] : [file];
}

const outputDir = path.join(workDir, 'mutation');
const reportFile = path.join(outputDir, 'report.json');

/** @see https://stryker-mutator.io/docs/stryker-js/configuration/ */
const configuration = (patterns) => ({
  mutate: [...patterns, ...exclusions],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.unit.config.ts' },
  coverageAnalysis: 'perTest',
  // A change in what runs once, when a module is loaded, would need every test: hours, for a few constants.
  ignoreStatic: true,
  concurrency: cpus().length,
  tempDirName: '.build/mutation/sandbox',
  // Nothing that a build makes, except the site's types, which Stryker leaves out by itself.
  ignorePatterns: ['!web/.nuxt', '**/dist', '**/.output', '**/.data', '.build/logs', '.build/browser', '.git'],
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: reportFile },
  // The table says how good the tests are; a threshold would make people write tests for the number.
  thresholds: { high: 85, low: 75, break: null },
  allowEmpty: false,
});

const isKilled = ({ status }) => status === 'Killed' || status === 'Timeout';
const isCounted = ({ status }) => isKilled({ status }) || status === 'Survived' || status === 'NoCoverage';

/** Adds up Stryker's report by folder. */
function scoresByModule({ files }) {
  const scores = new Map();
  for (const [file, { mutants }] of Object.entries(files)) {
    const module = path.dirname(path.isAbsolute(file) ? path.relative(root, file) : file);
    const score = scores.get(module) ?? { killed: 0, survived: 0, uncovered: 0 };
    for (const mutant of mutants.filter(isCounted)) {
      if (isKilled(mutant)) score.killed += 1;
      else if (mutant.status === 'Survived') score.survived += 1;
      else score.uncovered += 1;
    }
    scores.set(module, score);
  }
  return scores;
}

const percent = ({ killed, survived, uncovered }) =>
  `${Math.round((100 * killed) / Math.max(1, killed + survived + uncovered))} %`;

/** The scores as a table in Markdown, the modules in the order of their names, the sum last. */
export function scoreTable(report) {
  const scores = [...scoresByModule(report)].sort(([a], [b]) => (a < b ? -1 : 1));
  const sum = { killed: 0, survived: 0, uncovered: 0 };
  for (const [, score] of scores) for (const key of Object.keys(sum)) sum[key] += score[key];
  const row = (name, score) =>
    `| ${name} | ${percent(score)} | ${score.killed} | ${score.survived} | ${score.uncovered} |`;
  return [
    '| module | score | killed | survived | not covered |',
    '|---|---|---|---|---|',
    ...scores.map(([module, score]) => row(`\`${module}\``, score)),
    row('**all**', sum),
  ].join('\n');
}

const markers = /(<!-- mutation scores -->\n)[^]*(\n<!-- end of mutation scores -->)/;

/** Replaces the table between the markers of docs/reference/testing.md, if it has them. */
function writeTable(table) {
  const file = inRoot('docs/reference/testing.md');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (!markers.test(text)) return false;
  writeFileSync(file, text.replace(markers, `$1\n${table}\n$2`));
  return true;
}

/**
 * `npm run mutation`: changes the code in a sandbox, change by change, and counts the changes that no unit test
 * notices. The whole takes hours; a package or a file takes minutes. A run of everything writes its table to
 * docs/reference/testing.md.
 */
export async function runMutation(targets) {
  try {
    const patterns = (targets.length === 0 ? Object.keys(modules) : targets).flatMap(patternsOf);
    await install();
    await buildChanged(['shared', 'web-types']);
    mkdirSync(outputDir, { recursive: true });
    const config = path.join(outputDir, 'stryker.config.json');
    writeFileSync(config, JSON.stringify(configuration(patterns), null, 2));
    process.exitCode = await runCommand(
      pinnedNode,
      ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', config],
      {
        env: withPinnedNode({ NODE_ENV: 'test', CI: 'true', MUTATION_RUN: 'true' }),
      },
    );
    if (process.exitCode !== 0) return;
    const table = scoreTable(JSON.parse(readFileSync(reportFile, 'utf8')));
    printLine(`\n${table}`);
    if (targets.length === 0 && writeTable(table)) printLine('\nWritten to docs/reference/testing.md.');
  } catch (error) {
    exitWithError(error);
  }
}
