import type { BackupStatus } from 'shared';
import type { Feature } from '#src/feature';
import type { AdminEndpoint } from '#src/http/admin-endpoint';
import { noQuery, parseQuery } from '#src/http/request';
import { settingsOf } from '#src/settings';
import { seeBackups } from './permissions';
import { backupReadiness } from './readiness';
import { readBackupStatus } from './status';

const statusEndpoint: AdminEndpoint = {
  method: 'GET',
  path: '/backup',
  permission: seeBackups,
  handle: (strapi, { query }): Promise<BackupStatus> => {
    parseQuery(noQuery, query);
    return readBackupStatus(settingsOf(strapi).dataDir);
  },
};

/** Backups are made and restored by commands (`cms/src/cli`); a running CMS says how old the last one is. */
export const backup: Feature = {
  name: 'backup',
  permissions: [seeBackups],
  adminEndpoints: [statusEndpoint],
  readiness: backupReadiness,
  personalData: 'none',
};
