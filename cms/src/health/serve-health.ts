import type { Core } from '@strapi/strapi';
import { createJobRuns } from '#src/jobs/job-runs';
import type { Job } from '#src/jobs/jobs';
import { changedSecretMessage, compareSecrets } from '#src/security/secret-fingerprints';
import { settingsOf } from '#src/settings';
import { createReadinessProbe, databaseChecks } from './database-checks';
import { createJobsCheck, createSecretsCheck, freeSpaceCheck } from './own-checks';
import { createReadiness, type ReadinessCheck, serveReadiness } from './readiness';

/** Logs what a changed secret breaks; returns which have changed. */
const warnOfChangedSecrets = async (strapi: Core.Strapi) => {
  const { linkSecret, encryptionKey, acceptNewSecrets } = settingsOf(strapi);
  const secrets = { LINK_SECRET: linkSecret, ENCRYPTION_KEY: encryptionKey };
  const changed = await compareSecrets(strapi, secrets, acceptNewSecrets);
  for (const name of changed) strapi.log.error(changedSecretMessage(name));
  return changed;
};

interface Health {
  jobs: readonly Job[];
  /** The checks that features bring. */
  checks: readonly ReadinessCheck[];
}

/** Creates what the readiness checks need and serves them; runs at each start, once the tables are there. */
export const serveHealth = async (strapi: Core.Strapi, { jobs, checks }: Health): Promise<void> => {
  const now = Date.now();
  await createJobRuns(
    strapi,
    jobs.map(({ name }) => name),
    now,
  );
  await createReadinessProbe(strapi);
  const changed = await warnOfChangedSecrets(strapi);
  const all = [
    ...databaseChecks(strapi),
    freeSpaceCheck,
    createJobsCheck(jobs, now),
    createSecretsCheck(changed),
    ...checks,
  ];
  serveReadiness(strapi, createReadiness(strapi, all));
};
