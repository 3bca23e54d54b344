import type { BackupStatus } from 'shared';
import { describe, expect, it } from 'vitest';
import { judgeBackup, judgeRehearsal } from './readiness';

const now = Date.parse('2026-11-26T12:00:00.000Z');
const daysAgo = (days: number): string => new Date(now - days * 86_400_000).toISOString();
const statusOf = (backup: number | null, proof: number | null): BackupStatus => ({
  lastBackup: backup === null ? null : { at: daysAgo(backup), bytes: 1, encrypted: true },
  lastProven: proof === null ? null : { at: daysAgo(proof), backupAt: daysAgo(proof), pages: 10 },
});

describe('the readiness check of backups', () => {
  it.each([
    [null, 'warning', 'No backup has been made yet'],
    [1.9, 'ok', 'The last backup was made at 2026-11-24T14:24:00.000Z.'],
    [2.1, 'warning', 'more than 2 days ago. See why the nightly backup does not run'],
  ])('for a backup that is %s days old is %s', (age, status, message) => {
    expect(judgeBackup(statusOf(age, null), now)).toMatchObject({ status, message: expect.stringContaining(message) });
  });

  it.each([
    [null, 'warning', 'No backup has been proven yet: run `npm run backup -- --rehearse` every week.'],
    [14.9, 'ok', 'was restored as a test at'],
    [15.1, 'warning', 'more than 15 days ago. Run `npm run backup -- --rehearse` every week.'],
  ])('for a rehearsal that was %s days ago is %s', (age, status, message) => {
    expect(judgeRehearsal(statusOf(1, age), now)).toMatchObject({ status, message: expect.stringContaining(message) });
  });
});
