import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { AdminClient } from '../support/admin-client.ts';
import { startPostgres } from '../support/postgres.ts';
import { startCms } from '../support/start-cms.ts';
import { median } from './process-cost.ts';

export interface ModerationQueue {
  comments: number;
  /** Milliseconds until the response had arrived: median and slowest of twenty. */
  asked: { what: string; median: number; slowest: number }[];
}

const howMany = 100_000;

/** Half of them wait, every fiftieth of those with a care flag; the rest have been decided or are spam or notes. */
const seed = `
  insert into comments (document_id, post_id, audience, from_counsellor, name, text, state, version, link_version, care_kind, care_urgent, personal_details,
    notify_on_approval, notify_on_reply, sent_at, hidden, restored, open_reports, created_at, updated_at)
  select 'bench' || n, (select document_id from posts where published_at is not null order by id limit 1),
    case when n % 20 = 1 then 'counsellor' else 'everyone' end, false, 'Reader ' || n, repeat('Words that somebody wrote one evening. ', 1 + (n % 20)::int),
    (array['waiting', 'approved', 'waiting', 'declined', 'waiting', 'spam', 'waiting', 'approved'])[1 + n % 8], 1, 1,
    case when n % 100 = 2 then 'self' end, n % 200 = 2, false, false, false,
    timestamp '2026-01-01' + n * interval '3 minutes', false, false, case when n % 1000 = 3 then 1 else 0 end, now(), now()
  from generate_series(1, ${howMany}) as n`;

const questions = [
  ['the list of what waits, care-flagged first', 'comments?list=waiting&order=oldest&page=1'],
  ['its last page', 'comments?list=waiting&order=oldest&page=1900'],
  ['the newest approved', 'comments?list=approved&order=newest&page=1'],
  ['all counts', 'comments/counts'],
  ['the widget', 'comments/waiting'],
] as const;

/** A queue of 100,000 comments on PostgreSQL, queried over HTTP as the admin does. */
export async function measureModerationQueue(work: string): Promise<ModerationQueue> {
  const postgres = await startPostgres();
  try {
    const databaseUrl = await postgres.createDatabase();
    const cms = await startCms({ dataDir: mkdtempSync(path.join(work, 'queue-')), databaseUrl, demo: true });
    try {
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      await client.query(seed);
      await client.query('analyze comments');
      await client.end();
      const admin = await AdminClient.signIn(cms.url, cms.logins.counsellor);
      const asked = [];
      for (const [what, address] of questions) {
        const taken: number[] = [];
        for (let n = 0; n < 20; n += 1) {
          const began = performance.now();
          await admin.get(`/quiet-room/${address}`);
          taken.push(performance.now() - began);
        }
        asked.push({ what, median: median(taken), slowest: Math.max(...taken) });
      }
      return { comments: howMany, asked };
    } finally {
      await cms.stop();
    }
  } finally {
    await postgres.stop();
  }
}
