import { z } from 'zod';
import { instant } from '../envelope.js';

/**
 * `GET /backup`, below `/quiet-room`: how old the last backup is, and the last one that was proven: restored into a
 * scratch place, compared and read. Null if there is none. Every answer is `{ data }`.
 */
export const backupStatus = z.object({
  lastBackup: z.object({ at: instant, bytes: z.int().min(0), encrypted: z.boolean() }).nullable(),
  lastProven: z.object({ at: instant, backupAt: instant, pages: z.int().min(0) }).nullable(),
});
export type BackupStatus = z.infer<typeof backupStatus>;

/** How old the last backup may be, and the last proof, in days: one that is made every night, or week, was missed twice. */
export const backupOverdueAfterDays = { backup: 2, proof: 15 } as const;

/** Whether something was done at all, and lately enough. */
export type BackupAge = 'none' | 'overdue' | 'recent';

const ageOf = (done: { at: string } | null, overdueAfterDays: number, now: number): BackupAge => {
  if (done === null) return 'none';
  return now - Date.parse(done.at) > overdueAfterDays * 86_400_000 ? 'overdue' : 'recent';
};

/**
 * Judges when the last backup was made, and when one was last proven.
 * @param now in milliseconds since 1970
 */
export const backupAges = ({ lastBackup, lastProven }: BackupStatus, now: number) => ({
  backup: ageOf(lastBackup, backupOverdueAfterDays.backup, now),
  proof: ageOf(lastProven, backupOverdueAfterDays.proof, now),
});
