import { backupAges, backupOverdueAfterDays, type BackupStatus, type Finding } from 'shared';
import type { ReadinessCheck } from '#src/health/readiness';
import { settingsOf } from '#src/settings';
import { readBackupStatus } from './status';

type Judgement = Omit<Finding, 'name'>;

/** What both checks say: a backup that is missing stops nobody from reading or writing, so it is never a failure. */
const judge = (done: string | null, isOverdue: boolean, days: number, advice: string): Judgement => {
  if (done === null) return { status: 'warning', message: advice };
  if (!isOverdue) return { status: 'ok', message: `${done}.` };
  return { status: 'warning', message: `${done}, more than ${days} days ago. ${advice}` };
};

/** Says when the last backup was made; warns when it is too old. */
export const judgeBackup = (status: BackupStatus, now: number): Judgement =>
  judge(
    status.lastBackup === null ? null : `The last backup was made at ${status.lastBackup.at}`,
    backupAges(status, now).backup === 'overdue',
    backupOverdueAfterDays.backup,
    status.lastBackup === null
      ? 'No backup has been made yet: run `npm run backup` every night (docs/guide/backup.md).'
      : 'See why the nightly backup does not run (docs/guide/backup.md).',
  );

/** Says when a backup was last restored as a test; warns when that is too long ago. */
export const judgeRehearsal = (status: BackupStatus, now: number): Judgement =>
  judge(
    status.lastProven === null
      ? null
      : `The backup of ${status.lastProven.backupAt} was restored as a test at ${status.lastProven.at}`,
    backupAges(status, now).proof === 'overdue',
    backupOverdueAfterDays.proof,
    `${status.lastProven === null ? 'No backup has been proven yet: run' : 'Run'} \`npm run backup -- --rehearse\` every week.`,
  );

const check = (name: string, judgeStatus: typeof judgeBackup): ReadinessCheck => ({
  name,
  run: async (strapi, now) => judgeStatus(await readBackupStatus(settingsOf(strapi).dataDir), now.getTime()),
});

export const backupReadiness: readonly ReadinessCheck[] = [
  check('backup', judgeBackup),
  check('rehearsal', judgeRehearsal),
];
