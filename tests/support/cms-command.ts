import { spawn } from 'node:child_process';
import path from 'node:path';
import { top } from './cms-settings.ts';

export interface CommandResult {
  code: number | null;
  out: string;
  err: string;
}

/** A command of the CMS that is running, such as `backup`. */
export interface RunningCommand {
  result: Promise<CommandResult>;
  kill: () => void;
}

/** Starts a built command as `npm run <name>` does: a process of its own, beside the CMS, on the same database. */
export const startCommand = (name: string, args: readonly string[], env: Record<string, string>): RunningCommand => {
  const child = spawn(process.execPath, [path.join(top, `cms/dist/src/cli/${name}.js`), ...args], {
    cwd: path.join(top, 'cms'),
    env: { ...process.env, ...env },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const result = new Promise<CommandResult>((resolve) => child.once('close', (code) => resolve({ code, out, err })));
  return { result, kill: () => void child.kill('SIGKILL') };
};

export const runCommand = (name: string, args: readonly string[], env: Record<string, string>) =>
  startCommand(name, args, env).result;
