import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { top } from './cms-settings.ts';
import { freePort } from './free-port.ts';
import { registerStop, type RunningProcess, startProcess } from './running.ts';

/** What a shell gets: nothing of the test runner, which would take precedence over the settings in the file. */
const shellEnvironment = (envFile: string): Record<string, string | undefined> => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
  npm_config_cache: process.env.npm_config_cache,
  ENV_FILE: envFile,
});

/** What `openssl rand -hex 32` makes; APP_KEYS takes two. */
export const newValueOf = (secret: string): string =>
  Array.from({ length: secret === 'APP_KEYS' ? 2 : 1 }, () => randomBytes(32).toString('hex')).join(',');

const startTimeoutMs = 90_000;
const stopTimeoutMs = 30_000;

/**
 * An installation as an operator has it: this checkout, with a file of settings and a data folder of its own. Commands run
 * in a shell, as they are typed.
 */
export class Checkout {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'quiet-room-checkout-'));
  readonly envFile = path.join(this.folder, '.env');
  readonly dataDir = path.join(this.folder, 'data');
  #server: RunningProcess | null = null;
  #remove = registerStop(async () => {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  });

  get settings(): Record<string, string> {
    return { ...parseEnv(readFileSync(this.envFile, 'utf8')) } as Record<string, string>;
  }

  /** Creates the file of settings as the guide says: from the example, with a value for each secret. */
  write(): void {
    const secrets = /^(APP_KEYS|\w+_(?:SALT|SECRET|KEY|TOKEN))=$/gm;
    const text = readFileSync(path.join(top, '.env.example'), 'utf8');
    writeFileSync(
      this.envFile,
      text.replace(secrets, (_line, name: string) => `${name}=${newValueOf(name)}`),
      { mode: 0o600 },
    );
  }

  /** Changes values in the file of settings, as an editor does. */
  set(values: Readonly<Record<string, string>>): void {
    const text = readFileSync(this.envFile, 'utf8');
    const changed = Object.entries(values).reduce((result, [name, value]) => {
      const line = new RegExp(`^${name}=.*$`, 'm');
      return line.test(result) ? result.replace(line, `${name}=${value}`) : `${result}${name}=${value}\n`;
    }, text);
    writeFileSync(this.envFile, changed, { mode: 0o600 });
  }

  /** Gives it addresses and a folder of its own. */
  async setPlace(): Promise<void> {
    const [site, cms] = [await freePort(), await freePort()];
    this.set({ SITE_URL: `http://127.0.0.1:${site}`, CMS_URL: `http://127.0.0.1:${cms}`, DATA_DIR: this.dataDir });
  }

  /** Runs a command to its end. */
  run(command: string): Promise<{ code: number | null; output: string }> {
    const child = spawn('sh', ['-c', command], { cwd: top, env: shellEnvironment(this.envFile) });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
  }

  /** Runs a command that is killed, with what it has started, as soon as `condition` holds. */
  async runUntil(command: string, condition: () => boolean): Promise<void> {
    const child = spawn('sh', ['-c', command], {
      cwd: top,
      env: shellEnvironment(this.envFile),
      stdio: 'ignore',
      detached: true,
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const timer = setInterval(() => {
      if (condition() && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, 1);
    await ended;
    clearInterval(timer);
  }

  /**
   * Runs a command that goes on, such as `npm start`, until it says that all is ready; returns what it has said.
   * @throws when it does not
   */
  async start(command: string): Promise<string> {
    const server = startProcess('sh', ['-c', `exec ${command.replace(/^(\w+=\w+) /, 'env $1 ')}`], {
      cwd: top,
      env: shellEnvironment(this.envFile),
    });
    this.#server = server;
    for (const end = Date.now() + startTimeoutMs; !/Ready after[^]*Ctrl-C stops both/.test(server.output());) {
      if (server.hasExited() || Date.now() > end) throw new Error(`It did not start.\n${server.output()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return server.output();
  }

  /** Ends what was started, and waits until it has given the data folder back: npm ends sooner. */
  async stop(): Promise<void> {
    await this.#server?.stop();
    const lock = path.join(this.dataDir, 'start.lock');
    for (const end = Date.now() + stopTimeoutMs; existsSync(lock) && Date.now() < end;)
      await new Promise((resolve) => setTimeout(resolve, 50));
  }

  remove(): Promise<void> {
    return this.#remove();
  }
}
