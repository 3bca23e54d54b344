import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildChanged, install } from './builds.mjs';
import { inRoot, pinnedNode, workDir } from './checkout.mjs';
import { elapsed, exitWithError, printLine, step } from './console.mjs';
import { endCommands, runCommand, startProcess, stopProcess, waitForUrl } from './processes.mjs';
import { ensureEnvFile, readSettings, requireFreePort } from './settings.mjs';

const strapi = 'node_modules/@strapi/strapi/bin/strapi.js';
const compileCache = path.join(workDir, 'compile-cache');

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
 */
function stopOnSignals(running) {
  let stopping = false;
  const stop = async (reason, exitCode = 0) => {
    if (stopping) return;
    stopping = true;
    printLine(`\nStopping (${reason}) …`);
    endCommands();
    await Promise.all(running.map(stopProcess));
    printLine('Stopped.');
    process.exit(exitCode);
  };
  process.on('SIGINT', () => void stop('Ctrl-C'));
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGHUP', () => void stop('the terminal was closed'));
  watchForEndOfNpm((reason) => void stop(reason));
  return stop;
}

/** Prepares settings and packages, starts the servers, and waits until one of them ends or the person stops them. */
async function runServers(start) {
  const running = [];
  try {
    printLine('Quiet Room\n');
    const stop = stopOnSignals(running);
    ensureEnvFile();
    const settings = readSettings();
    await requireFreePort(settings.cmsPort, 'the CMS', 'CMS_URL');
    await requireFreePort(settings.sitePort, 'the site', 'SITE_URL');
    mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
    await install();
    await start(settings, (...process) => {
      const started = startProcess(...process);
      running.push(started);
      return started;
    });
    const end = await Promise.race(
      running.map(({ name, exited }) => exited.then((status) => `the ${name} ended by itself (${status})`)),
    );
    await stop(end, 1);
  } catch (error) {
    await Promise.all(running.map(stopProcess));
    exitWithError(error);
  }
}

const readLogins = (dataDir) => {
  const file = path.join(dataDir, 'logins.txt');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

const describeEmail = ({ env, dataDir }) =>
  env.SMTP_URL || env.SMTP_HOST
    ? 'Emails are sent through your mail server'
    : `Emails are written to ${path.join(dataDir, 'mail')} (no mail server is set: SMTP_URL)`;

function announce(settings, loginsBefore) {
  const { siteUrl, cmsUrl, dataDir } = settings;
  const logins = readLogins(dataDir);
  printLine(`\nReady after ${elapsed()}.\n`);
  printLine(`  The site:       ${siteUrl}`);
  printLine(`  The dashboard:  ${cmsUrl}/admin`);
  printLine(`  ${describeEmail(settings)}`);
  printLine(logins && logins !== loginsBefore ? `\n${logins.trimEnd()}\n` : '');
  printLine(`  Logins are stored in ${path.join(dataDir, 'logins.txt')}`);
  printLine('  Ctrl-C stops both.\n');
}

/** `npm start`: installs, builds and serves the CMS and the site until it is told to stop. */
export const serveBuilt = () =>
  runServers(async (settings, start) => {
    await buildChanged();
    // What V8 made of the CMS's thousands of modules is kept: the next start takes a third less.
    const env = { NODE_ENV: 'production', LOG_LEVEL: 'warn', NODE_COMPILE_CACHE: compileCache, ...settings.env };
    const loginsBefore = readLogins(settings.dataDir);
    const cms = start('CMS', 'cms', ['dist/src/cli/serve.js'], env);
    await step('Starting the CMS (the first time it creates the database and the demo content)', () =>
      waitForUrl(cms, `http://127.0.0.1:${settings.cmsPort}/_health`, 120),
    );
    const site = start('site', 'web', ['.output/server/index.mjs'], env);
    await step('Starting the site', () => waitForUrl(site, `http://127.0.0.1:${settings.sitePort}/`, 60));
    announce(settings, loginsBefore);
  });

/** Installs the pre-commit hook for whoever works on the code, once; a checkout without git goes without it. */
async function installGitHooks() {
  const hooks = inRoot('.git', 'hooks');
  if (!existsSync(hooks) || existsSync(path.join(hooks, 'pre-commit'))) return;
  await runCommand(pinnedNode, ['node_modules/simple-git-hooks/cli.js']);
}

/** `npm run dev`: serves contracts, CMS, admin and site from their sources and reloads what changes. */
export const serveSources = () =>
  runServers(async (settings, start) => {
    await installGitHooks();
    await buildChanged(['shared']);
    const env = { LOG_LEVEL: 'info', ...settings.env, NODE_ENV: 'development' };
    const tsc = ['../node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'];
    start('shared', 'shared', tsc, env);
    const cms = start('CMS', 'cms', [strapi, 'develop'], env);
    await waitForUrl(cms, `http://127.0.0.1:${settings.cmsPort}/_health`, 240);
    const nuxt = ['node_modules/nuxt/bin/nuxt.mjs', 'dev', '--port', settings.env.SITE_PORT, '--host', '127.0.0.1'];
    start('site', 'web', nuxt, env);
    const { siteUrl, cmsUrl } = settings;
    printLine(`\nThe site: ${siteUrl}   The dashboard: ${cmsUrl}/admin   Ctrl-C stops everything.\n`);
  });
