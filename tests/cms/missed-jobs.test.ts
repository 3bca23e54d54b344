import { afterAll, describe, expect, it } from 'vitest';
import { Clock } from '../support/clock.ts';
import { openSql } from '../support/sql.ts';
import { startCms } from '../support/start-cms.ts';

/** Two days on, at six in the morning: after retention was due, and before the day's digest. */
const twoDaysOn = (): Date => {
  const date = new Date(Date.now() + 2 * 86_400_000);
  date.setUTCHours(6, 0, 0, 0);
  return date;
};

describe('a CMS that is started after it was off for two nights', () => {
  const clock = new Clock();
  afterAll(() => clock.remove());

  it('catches up the deletions of the night, and not the digest of the day before', async () => {
    await clock.putForwardTo(twoDaysOn());
    const cms = await startCms({ env: clock.env });
    const sql = await openSql({ dataDir: cms.dataDir });
    const succeeded = async (): Promise<unknown[]> => {
      const rows = await sql.all('select job from job_runs where succeeded_at is not null order by job');
      return rows
        .map(({ job }) => job)
        .filter(
          (job) =>
            !['call-calendars', 'call-reminders', 'reminders', 'seats', 'thank-you-emails'].includes(String(job)),
        );
    };
    await expect.poll(succeeded).toEqual(['call-retention', 'message-retention', 'participant-retention', 'retention']);
    const [run] = await sql.all("select succeeded_at as at from job_runs where job = 'retention'");
    expect(Number(run?.at)).toBeGreaterThanOrEqual(twoDaysOn().getTime());
    await sql.close();
    await cms.stop();
  });
});
