import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** What a test file has started and not stopped yet, in the order in which it was started. */
const running = new Set<() => Promise<void>>();

/** How processes ended that nobody has stopped or killed, with the last line that each printed. */
const unexpectedEnds: string[] = [];

/** Returns how processes ended since the last call that nobody has stopped or killed: what a failure may come from. */
export const takeUnexpectedEnds = (): string[] => unexpectedEnds.splice(0);

/**
 * Registers how something that a test file starts is stopped, so that it ends with the file even if the file's own
 * hooks fail before they come to it.
 * @returns the function that stops it, once, however often it is called
 */
export const registerStop = (stop: () => Promise<void>): (() => Promise<void>) => {
  let stopped: Promise<void> | null = null;
  const stopOnce = (): Promise<void> => {
    running.delete(stopOnce);
    stopped ??= stop();
    return stopped;
  };
  running.add(stopOnce);
  return stopOnce;
};

/**
 * Stops everything that is still running, the newest first.
 * @throws AggregateError when something could not be stopped, after everything else has been
 */
export const stopEverything = async (): Promise<void> => {
  const errors: unknown[] = [];
  for (const stop of [...running].reverse()) await stop().catch((error: unknown) => errors.push(error));
  if (errors.length > 0) throw new AggregateError(errors, 'Something that a test file started could not be stopped.');
};

let reaper: ChildProcess | null = null;

/** Hands a process to one that outlives this one and ends what this one leaves behind, even after SIGKILL. */
const tellReaper = (line: string): void => {
  if (reaper === null) {
    reaper = spawn(process.execPath, [path.join(import.meta.dirname, 'reaper.mjs')], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    reaper.unref();
    // It must neither hold up the end of this process nor fail it by its own.
    (reaper.stdin as { unref?: () => void } | null)?.unref?.();
    reaper.stdin?.on('error', () => undefined);
  }
  reaper.stdin?.write(`${line}\n`);
};

export interface RunningProcess {
  pid: number;
  /** The end of what it has printed. */
  output: () => string;
  hasExited: () => boolean;
  /** How it ended: "exit code 1", "SIGKILL". */
  ending: () => string;
  /** SIGKILL: it is gone. SIGSTOP: it is frozen, with its connections open. SIGCONT: it goes on. */
  kill: (signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT') => void;
  stop: () => Promise<void>;
}

const stopTimeoutMs = 15_000;
const outputLength = 50_000;

interface ProcessOptions extends Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid'> {
  /** How it is asked to end; SIGTERM by default. */
  stopSignal?: NodeJS.Signals;
  /** Whether its output is wanted. */
  withOutput?: boolean;
}

/** Starts a process that ends with the test file, or with the test runner if that is ended first. */
export const startProcess = (
  command: string,
  args: readonly string[],
  { stopSignal = 'SIGTERM', withOutput = true, ...options }: ProcessOptions,
): RunningProcess => {
  const pipe = withOutput ? 'pipe' : 'ignore';
  const child = spawn(command, args, { ...options, stdio: ['ignore', pipe, pipe] });
  const pid = child.pid ?? 0;
  tellReaper(`+${pid} ${stopSignal === 'SIGTERM' ? 'SIGKILL' : stopSignal}`);
  let output = '';
  let isWanted = false;
  const ending = (): string => child.signalCode ?? `exit code ${child.exitCode}`;
  const exited = new Promise<void>((resolve) =>
    child.once('exit', () => {
      tellReaper(`-${pid}`);
      if (!isWanted) unexpectedEnds.push(`${args.join(' ')} ended (${ending()}): ${output.trim().split('\n').at(-1)}`);
      resolve();
    }),
  );
  const collect = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-outputLength);
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const hasExited = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return {
    pid,
    output: () => output,
    hasExited,
    ending,
    kill: (signal) => {
      isWanted ||= signal === 'SIGKILL';
      child.kill(signal);
    },
    stop: registerStop(async () => {
      isWanted = true;
      if (hasExited()) return;
      child.kill('SIGCONT');
      child.kill(stopSignal);
      const giveUp = new AbortController();
      const tooLong = pause(stopTimeoutMs, undefined, { signal: giveUp.signal })
        .then(() => child.kill('SIGKILL'))
        .catch(() => undefined);
      await Promise.race([exited, tooLong]);
      await exited;
      giveUp.abort();
    }),
  };
};
