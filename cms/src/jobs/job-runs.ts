import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { tableRows } from '#src/database/unit-of-work';

/** How long a job belongs to a process that has not said anything since, in milliseconds. */
export const leaseMs = 2 * 60_000;

/** Identifies this process among those on the same database. */
const workerId = randomUUID();

/** The last run of a job; times are milliseconds since 1970, which PostgreSQL returns as text. */
export interface JobRunRow {
  job: string;
  /** When the job was first known here: before that, nothing was due. */
  known_since: number | string;
  started_at: number | string | null;
  finished_at: number | string | null;
  succeeded_at: number | string | null;
  /** Name and code of the last run's error; null after a success. */
  error: string | null;
  leased_by: string | null;
  lease_until: number | string | null;
}

const runRows = tableRows<JobRunRow>('job_runs');

/** Creates the table and a row for each job; runs at each start. */
export const createJobRuns = async (strapi: Core.Strapi, jobs: readonly string[], now: number): Promise<void> => {
  await strapi.db.connection.raw(
    `create table if not exists job_runs (
       job varchar(60) primary key, known_since bigint not null, started_at bigint, finished_at bigint,
       succeeded_at bigint, error varchar(255), leased_by varchar(40), lease_until bigint)`,
  );
  if (jobs.length === 0) return;
  await runRows(strapi)
    .insert(jobs.map((job) => ({ job, known_since: now })))
    .onConflict('job')
    .ignore();
};

/** Returns the last run of every job. */
export const readJobRuns = (strapi: Core.Strapi): Promise<JobRunRow[]> => runRows(strapi).select('*');

/** Claims a job for this process by one conditional update; false while another process runs it, or this one does. */
export const claimRun = async (strapi: Core.Strapi, job: string, now: number): Promise<boolean> => {
  const changed = await runRows(strapi)
    .where({ job })
    .where((lease) => void lease.whereNull('lease_until').orWhere('lease_until', '<=', now))
    .update({ leased_by: workerId, lease_until: now + leaseMs, started_at: now });
  return changed === 1;
};

/** Keeps the claim for another lease. */
export const extendClaim = async (strapi: Core.Strapi, job: string, now: number): Promise<void> => {
  await runRows(strapi)
    .where({ job, leased_by: workerId })
    .update({ lease_until: now + leaseMs });
};

const maxErrorLength = 255;

/** Records how a run ended and gives the claim back. */
export const recordRun = async (
  strapi: Core.Strapi,
  job: string,
  { finishedAt, error }: { finishedAt: number; error: string | null },
): Promise<void> => {
  await runRows(strapi)
    .where({ job, leased_by: workerId })
    .update({
      finished_at: finishedAt,
      ...(error === null ? { succeeded_at: finishedAt } : {}),
      error: error?.slice(0, maxErrorLength) ?? null,
      leased_by: null,
      lease_until: null,
    });
};
