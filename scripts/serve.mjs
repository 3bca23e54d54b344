import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildChanged } from './build.mjs';
import { install } from './install.mjs';
import { needFreePort } from './ports.mjs';
import { startProcess, stopProcess, waitFor } from './processes.mjs';
import { endUnderWay } from './run.mjs';
import { elapsed, failWith, say, step } from './say.mjs';
import { makeEnvFile, readSettings } from './settings.mjs';

const readLogins = (dataDir) => {
  const file = path.join(dataDir, 'logins.txt');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

/** npm does not always pass a signal on; when it is gone, so is the person who started this. */
function watchForLostNpm(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop('npm was ended');
  }, 1000).unref();
}

function stopOnSignals(running) {
  let stopping = false;
  const stop = async (why, exitCode = 0) => {
    if (stopping) return;
    stopping = true;
    say(`\nStopping (${why}) …`);
    endUnderWay();
    await Promise.all(running.map(stopProcess));
    say('Stopped.');
    process.exit(exitCode);
  };
  process.on('SIGINT', () => void stop('Ctrl-C'));
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGHUP', () => void stop('the terminal was closed'));
  watchForLostNpm((why) => void stop(why));
  return stop;
}

const mailGoesTo = ({ env, dataDir }) =>
  env.SMTP_URL || env.SMTP_HOST
    ? 'your mail server'
    : `files in ${path.join(dataDir, 'mail')} (no mail server is set: SMTP_URL)`;

function announce(settings, loginsBefore) {
  const { siteUrl, cmsUrl, dataDir } = settings;
  const logins = readLogins(dataDir);
  say(`\nReady after ${elapsed()}.\n`);
  say(`  The site:  ${siteUrl}`);
  say(`  The desk:  ${cmsUrl}/admin`);
  say(`  Mail goes to ${mailGoesTo(settings)}`);
  if (logins && logins !== loginsBefore) say(`\n${logins.trimEnd()}\n`);
  else say('');
  say(`  Logins are kept in ${path.join(dataDir, 'logins.txt')}`);
  say('  Ctrl-C stops both.\n');
}

async function startBoth(settings, running) {
  const env = { NODE_ENV: 'production', LOG_LEVEL: 'warn', ...settings.env };
  const loginsBefore = readLogins(settings.dataDir);
  const cms = startProcess('CMS', 'cms', ['node_modules/@strapi/strapi/bin/strapi.js', 'start'], env);
  running.push(cms);
  await step('Starting the CMS (the first time with the database and the demo content)', () =>
    waitFor(cms, `http://127.0.0.1:${settings.cmsPort}/_health`, 120),
  );
  const site = startProcess('site', 'web', ['.output/server/index.mjs'], env);
  running.push(site);
  await step('Starting the site', () => waitFor(site, `http://127.0.0.1:${settings.sitePort}/`, 60));
  announce(settings, loginsBefore);
  return Promise.race(running.map(({ name, exited }) => exited.then((how) => `the ${name} ended by itself (${how})`)));
}

/** Installs, builds, provisions and serves the CMS and the site until it is told to stop. */
export async function serve() {
  const running = [];
  try {
    say('Quiet Room\n');
    const stop = stopOnSignals(running);
    makeEnvFile();
    const settings = readSettings();
    await needFreePort(settings.cmsPort, 'the CMS', 'CMS_URL');
    await needFreePort(settings.sitePort, 'the site', 'SITE_URL');
    mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
    await install();
    await buildChanged();
    await stop(await startBoth(settings, running), 1);
  } catch (error) {
    await Promise.all(running.map(stopProcess));
    failWith(error);
  }
}
