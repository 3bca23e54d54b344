import { mkdirSync } from 'node:fs';
import { buildChanged } from './build.mjs';
import { install } from './install.mjs';
import { needFreePort } from './ports.mjs';
import { startProcess, stopProcess, waitFor } from './processes.mjs';
import { failWith, say } from './say.mjs';
import { makeEnvFile, readSettings } from './settings.mjs';

/** Serves both sides from their sources and reloads what changes: contracts, CMS, admin and site. */
export async function watch() {
  const running = [];
  const stop = async (exitCode) => {
    await Promise.all(running.map(stopProcess));
    process.exit(exitCode);
  };
  process.on('SIGINT', () => void stop(0));
  process.on('SIGTERM', () => void stop(0));
  try {
    makeEnvFile();
    const settings = readSettings();
    await needFreePort(settings.cmsPort, 'the CMS', 'CMS_URL');
    await needFreePort(settings.sitePort, 'the site', 'SITE_URL');
    mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
    await install();
    await buildChanged(['shared']);
    const env = { LOG_LEVEL: 'info', ...settings.env, NODE_ENV: 'development' };
    running.push(
      startProcess(
        'shared',
        'shared',
        ['../node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'],
        env,
      ),
    );
    const cms = startProcess('CMS', 'cms', ['node_modules/@strapi/strapi/bin/strapi.js', 'develop'], env);
    running.push(cms);
    await waitFor(cms, `http://127.0.0.1:${settings.cmsPort}/_health`, 240);
    running.push(
      startProcess(
        'site',
        'web',
        ['node_modules/nuxt/bin/nuxt.mjs', 'dev', '--port', settings.env.SITE_PORT, '--host', '127.0.0.1'],
        env,
      ),
    );
    say(`\nThe site: ${settings.siteUrl}   The desk: ${settings.cmsUrl}/admin   Ctrl-C stops everything.\n`);
    const how = await Promise.race(running.map(({ name, exited }) => exited.then((code) => `${name} (${code})`)));
    say(`Ended by itself: ${how}.`);
    await stop(1);
  } catch (error) {
    await Promise.all(running.map(stopProcess));
    failWith(error);
  }
}
