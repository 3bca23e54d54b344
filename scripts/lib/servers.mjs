import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildChanged, install } from './builds.mjs';
import { inRoot, pinnedNode, workDir } from './checkout.mjs';
import { undoInterruptedRestore } from './commands.mjs';
import { elapsed, exitWithError, printLine, step, unusableSettings } from './console.mjs';
import { lockDataDir } from './data-lock.mjs';
import { reachableHost, requireFreePort } from './ports.mjs';
import { endCommands, runCommand, startProcess, stopProcess, waitForUrl } from './processes.mjs';
import { ensureEnvFile, readSettings } from './settings.mjs';
import { isReadyWithin, supervise } from './supervisor.mjs';

/**
 * Of Node, for both servers. V8 lets the space for new objects grow to 64 MB twice on a machine with much memory, and
 * fills it before it tidies up: the site took 280 MB instead of 170, and for minutes ever more. The Dockerfile has both
 * of these settings, too.
 */
const heapOptions = ['--max-semi-space-size=8'];
/** The C library keeps freed memory in an arena for each thread: with two in all, the site takes a quarter less. */
const memoryEnvironment = { MALLOC_ARENA_MAX: '2' };
const strapi = 'node_modules/@strapi/strapi/bin/strapi.js';
const compileCache = path.join(workDir, 'compile-cache');
const watching = ['--watch', '--preserveWatchOutput'];

/** npm does not always pass a signal on, so its end counts as one: the person who started this is gone, too. */
function watchForEndOfNpm(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop('npm was ended');
  }, 1000).unref();
}

/**
 * Stops everything in `running` and ends the process on a signal; returns the function that does the same on demand.
 * @param {{ stop: () => Promise<void> }[]} running
 */
function stopOnSignals(running) {
  let stopping = false;
  const stop = async (reason, exitCode = 0) => {
    if (stopping) return;
    stopping = true;
    printLine(`\nStopping (${reason}) …`);
    endCommands();
    await Promise.all(running.map((one) => one.stop()));
    printLine('Stopped.');
    process.exit(exitCode);
  };
  process.on('SIGINT', () => void stop('Ctrl-C'));
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGHUP', () => void stop('the terminal was closed'));
  watchForEndOfNpm((reason) => void stop(reason));
  return stop;
}

/**
 * Prepares settings and packages, takes the data folder and starts the servers. They run until the person stops them.
 * @param {(settings: object, running: object[], stop: Function) => Promise<void>} start adds what it starts to
 * `running`
 */
async function runServers(start) {
  const running = [];
  try {
    printLine('Quiet Room\n');
    const stop = stopOnSignals(running);
    ensureEnvFile();
    await undoInterruptedRestore();
    const settings = readSettings();
    process.on('exit', lockDataDir(settings.dataDir, settings.siteUrl));
    await requireFreePort(settings.cmsPort, 'the CMS', 'CMS_URL', settings.host);
    await requireFreePort(settings.sitePort, 'the site', 'SITE_URL', settings.host);
    await install();
    await start(settings, running, stop);
  } catch (error) {
    await Promise.all(running.map((one) => one.stop()));
    exitWithError(error);
  }
}

const loginsFile = (dataDir) => path.join(dataDir, 'logins.txt');

const readLogins = (dataDir) => (existsSync(loginsFile(dataDir)) ? readFileSync(loginsFile(dataDir), 'utf8') : '');

const describeEmail = ({ env, dataDir }) =>
  env.SMTP_URL || env.SMTP_HOST
    ? 'Emails are sent through your mail server'
    : `Emails are written to ${path.join(dataDir, 'mail')} (no mail server is set: SMTP_URL)`;

/** Passwords are named by their file only: this output may end in a log that others read. */
function announce(settings, { isCmsReady, loginsBefore }) {
  const { siteUrl, cmsUrl, dataDir } = settings;
  const logins = readLogins(dataDir);
  printLine(isCmsReady ? `\nReady after ${elapsed()}.\n` : `\nThe site is up after ${elapsed()}, the CMS is not.\n`);
  printLine(`  The site:       ${siteUrl}`);
  if (isCmsReady) {
    printLine(`  The dashboard:  ${cmsUrl}/admin`);
    printLine(`  ${describeEmail(settings)}`);
    const isNew = logins !== '' && logins !== loginsBefore;
    if (isNew) printLine(`\n  There are new logins, with first passwords. They are in ${loginsFile(dataDir)}`);
    else if (logins !== '') printLine(`  Logins are stored in ${loginsFile(dataDir)}`);
  } else {
    printLine('  The site serves the pages that it has. The CMS is started again until it can run:');
    printLine('  the lines above say what it needs.');
  }
  printLine('  Ctrl-C stops both.\n');
}

/** The environment of the two servers; logs are for people at a terminal and for machines elsewhere. */
const productionEnvironment = ({ env, host, sitePort, cmsPort }) => ({
  NODE_ENV: 'production',
  ...memoryEnvironment,
  LOG_LEVEL: 'warn',
  LOG_FORMAT: process.stdout.isTTY ? 'pretty' : 'json',
  // What V8 made of the CMS's thousands of modules is kept: the next start takes a third less.
  NODE_COMPILE_CACHE: compileCache,
  // They reach each other where they listen, not by public addresses that a proxy may have to answer.
  CMS_INTERNAL_URL: `http://${reachableHost(host)}:${cmsPort}`,
  SITE_INTERNAL_URL: `http://${reachableHost(host)}:${sitePort}`,
  ...env,
});

/**
 * `npm start`: installs, builds and serves the site and the CMS until it is told to stop. The site does not wait for
 * the CMS, and whichever ends by itself is started again.
 */
export const serveBuilt = () =>
  runServers(async (settings, running, stop) => {
    await buildChanged();
    const env = productionEnvironment(settings);
    const loginsBefore = readLogins(settings.dataDir);
    const run = (name, cwd, file) => {
      const supervised = supervise(
        { name, cwd, args: [...heapOptions, file], env },
        (reason) => void stop(reason, unusableSettings),
      );
      running.push(supervised);
      return supervised;
    };
    const healthUrl = (port) => `http://${reachableHost(settings.host)}:${port}/_health`;
    const site = run('site', 'web', '.output/server/index.mjs');
    const cms = run('CMS', 'cms', 'dist/src/cli/serve.js');
    await step('Starting the site', () => isReadyWithin(site, healthUrl(settings.sitePort), 60));
    const isCmsReady = await step(
      'Starting the CMS (the first time it creates the database and the demo content)',
      () => isReadyWithin(cms, healthUrl(settings.cmsPort), 120),
    );
    announce(settings, { isCmsReady, loginsBefore });
  });

/** Installs the pre-commit hook for whoever works on the code, once; a checkout without git goes without it. */
async function installGitHooks() {
  const hooks = inRoot('.git', 'hooks');
  if (!existsSync(hooks) || existsSync(path.join(hooks, 'pre-commit'))) return;
  await runCommand(pinnedNode, ['node_modules/simple-git-hooks/cli.js']);
}

/** `npm run dev`: serves contracts, CMS, admin and site from their sources and reloads what changes. */
export const serveSources = () =>
  runServers(async (settings, running, stop) => {
    await installGitHooks();
    await buildChanged(['shared']);
    const env = { LOG_LEVEL: 'info', ...settings.env, NODE_ENV: 'development' };
    const run = (name, cwd, args) => {
      const started = startProcess(name, cwd, args, env);
      running.push({ stop: () => stopProcess(started) });
      void started.exited.then((status) => stop(`the ${name} ended by itself (${status})`, 1));
      return started;
    };
    run('shared', 'shared', ['../node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', ...watching]);
    const cms = run('CMS', 'cms', [strapi, 'develop']);
    await waitForUrl(cms, `http://${reachableHost(settings.host)}:${settings.cmsPort}/_health`, 240);
    const host = settings.env.HOST || '127.0.0.1';
    run('site', 'web', ['node_modules/nuxt/bin/nuxt.mjs', 'dev', '--port', settings.env.SITE_PORT, '--host', host]);
    const { siteUrl, cmsUrl } = settings;
    printLine(`\nThe site: ${siteUrl}   The dashboard: ${cmsUrl}/admin   Ctrl-C stops everything.\n`);
  });
