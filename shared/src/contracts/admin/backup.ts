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
