import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { CommandError } from '#src/cli/run-command';

/** A file or folder that something else takes the place of, or nothing. */
export interface Replacement {
  target: string;
  /** On the same disk as the target, so that renaming it is one step. */
  staged: string | null;
}

const journal = z.object({
  startedAt: z.iso.datetime(),
  /** The folder that the backup was extracted to. */
  stage: z.string(),
  targets: z.array(z.object({ path: z.string(), existed: z.boolean() })),
});
export type Journal = z.infer<typeof journal>;

const asideOf = (target: string): string => `${target}.before-restore`;

/** The file whose existence says that a restore has begun and not ended. */
export const journalFile = (dataDir: string): string => path.join(dataDir, 'restore-in-progress.json');

const writeDurably = async (file: string, text: string): Promise<void> => {
  const handle = await open(`${file}.draft`, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.draft`, file);
};

/**
 * Returns the journal of a restore that has not ended, or null.
 * @throws CommandError when it can't be read
 */
export const readJournal = async (dataDir: string): Promise<Journal | null> => {
  const file = journalFile(dataDir);
  if (!existsSync(file)) return null;
  try {
    return journal.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    throw new CommandError(`${file} can’t be read, so an interrupted restore can’t be undone.`, { cause: error });
  }
};

/** How often a running restore shows that it is alive, and how old its last sign may be, in milliseconds. */
const signMs = 1_000;
const maxSilenceMs = 10_000;

/**
 * Touches the journal every second, so that nobody undoes a restore that is still running, on whatever machine or in
 * whatever container; returns what ends that.
 */
export const showSignsOfLife = (dataDir: string): (() => void) => {
  const timer = setInterval(() => {
    const now = new Date();
    utimes(journalFile(dataDir), now, now).catch(() => undefined);
  }, signMs);
  return () => {
    clearInterval(timer);
  };
};

/** Whether the restore that wrote the journal is still running. */
export const isRestoreRunning = async (dataDir: string): Promise<boolean> => {
  const stats = await stat(journalFile(dataDir)).catch(() => null);
  return stats !== null && Date.now() - stats.mtimeMs < maxSilenceMs;
};

/**
 * Writes down what is about to be replaced. From here on until `forgetJournal`, the next start puts everything back.
 */
export const beginJournal = async (
  dataDir: string,
  stage: string,
  replacements: readonly Replacement[],
  now: Date,
): Promise<Journal> => {
  // Left over from a restore that was killed after it had ended: it must not be taken for what is there now.
  for (const { target } of replacements) await rm(asideOf(target), { recursive: true, force: true });
  const begun: Journal = {
    startedAt: now.toISOString(),
    stage,
    targets: replacements.map(({ target }) => ({ path: target, existed: existsSync(target) })),
  };
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeDurably(journalFile(dataDir), JSON.stringify(begun, null, 2));
  return begun;
};

const isFile = async (place: string): Promise<boolean> => {
  const stats = await stat(place).catch(() => null);
  return stats?.isFile() ?? false;
};

/**
 * Moves what is there aside and what is staged into its place. A file is there at every moment: whoever starts the site
 * after this was killed still finds the settings, and with them the journal.
 */
export const replaceFiles = async (replacements: readonly Replacement[]): Promise<void> => {
  for (const { target, staged } of replacements) {
    if (staged !== null && (await isFile(target))) {
      // Not every disk has links.
      await link(target, asideOf(target)).catch(() => copyFile(target, asideOf(target)));
      await rename(staged, target);
      continue;
    }
    if (existsSync(target)) await rename(target, asideOf(target));
    if (staged === null) continue;
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    await rename(staged, target);
  }
};

/** Puts back what was moved aside, and removes what has taken its place. Does no harm when it is repeated. */
export const putFilesBack = async ({ targets, stage }: Journal): Promise<void> => {
  for (const { path: target, existed } of [...targets].reverse()) {
    const aside = asideOf(target);
    if (existsSync(aside)) {
      if (!(await isFile(aside))) await rm(target, { recursive: true, force: true });
      await rename(aside, target);
      // Renaming does nothing where both are links to one file.
      await rm(aside, { recursive: true, force: true });
    } else if (!existed) await rm(target, { recursive: true, force: true });
  }
  await rm(stage, { recursive: true, force: true });
};

/** Ends a restore: from here on the next start uses what is there. */
export const forgetJournal = (dataDir: string): Promise<void> => rm(journalFile(dataDir), { force: true });

/** Deletes what was moved aside, after the restore has ended. */
export const removeAsides = async ({ targets, stage }: Journal): Promise<void> => {
  for (const { path: target } of targets) await rm(asideOf(target), { recursive: true, force: true });
  await rm(stage, { recursive: true, force: true });
};
