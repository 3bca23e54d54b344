import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Starts a deployed CMS on a database of its own and runs its commands, so that no image is built that lacks a package
 * or a file. Uploads are set to a bucket, which loads that storage, too, and asks nothing of it.
 * Usage: node scripts/check-start.mjs <folder of the CMS>; exit code 1 says that something is missing
 */
const folder = path.resolve(process.argv[2] ?? '.');
const deadlineMs = 180_000;

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const secret = () => randomBytes(32).toString('hex');
const secretNames = ['API_TOKEN_SALT', 'ADMIN_JWT_SECRET', 'TRANSFER_TOKEN_SALT', 'ENCRYPTION_KEY', 'WEB_TOKEN'];

const dataDir = mkdtempSync(path.join(tmpdir(), 'quiet-room-check-'));
const port = await freePort();
const env = {
  PATH: process.env.PATH,
  NODE_ENV: 'production',
  STRAPI_TELEMETRY_DISABLED: 'true',
  CMS_URL: `http://127.0.0.1:${port}`,
  DATA_DIR: dataDir,
  MIN_FREE_MB: '1',
  S3_BUCKET: 'checked',
  S3_ENDPOINT: 'http://127.0.0.1:9',
  S3_ACCESS_KEY_ID: 'checked',
  S3_SECRET_ACCESS_KEY: 'checked',
  APP_KEYS: `${secret()},${secret()}`,
  ...Object.fromEntries([...secretNames, 'WEBHOOK_SECRET', 'LINK_SECRET'].map((name) => [name, secret()])),
};

/** Starts a compiled file of the CMS; `output` is what it has printed, `ended` resolves to its exit code. */
const start = (file, ...args) => {
  const child = spawn(process.execPath, [file, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const run = { child, output: '', exitCode: null };
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (run.output += text));
  run.ended = new Promise((resolve) => child.once('close', (code) => resolve((run.exitCode = code ?? 1))));
  return run;
};

const answersWith = async (url) => (await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => null))?.status;

/** @throws {Error} when the CMS does not become ready, or does not serve the admin */
const checkServing = async () => {
  const cms = start('dist/src/cli/serve.js');
  try {
    const deadline = Date.now() + deadlineMs;
    while ((await answersWith(`${env.CMS_URL}/_ready`)) !== 200) {
      if (cms.exitCode !== null || Date.now() > deadline) throw new Error(`The CMS did not start:\n${cms.output}`);
      await wait(250);
    }
    const admin = await answersWith(`${env.CMS_URL}/admin/`);
    if (admin !== 200) throw new Error(`The admin answered ${admin}.`);
  } finally {
    cms.child.kill('SIGTERM');
    await cms.ended;
  }
};

/** @throws {Error} when a command ends otherwise than expected */
const checkCommand = async (expected, name, ...args) => {
  const command = start(`dist/src/cli/${name}.js`, ...args);
  const exitCode = await command.ended;
  if (exitCode !== expected) throw new Error(`The command “${name}” ended with ${exitCode}:\n${command.output}`);
};

try {
  await checkServing();
  await checkCommand(0, 'backup');
  await checkCommand(0, 'privacy', 'export', 'nobody@example.org');
  for (const name of ['account', 'import', 'restore']) await checkCommand(2, name, '--help');
  process.stdout.write('The CMS starts, serves the admin and runs its commands.\n');
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
