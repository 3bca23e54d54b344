import type { Core } from '@strapi/strapi';
import { describe, expect, it, vi } from 'vitest';
import { cronTasks, type Job } from './jobs';

const logged: string[] = [];
const strapi = { log: { error: (line: string) => logged.push(line) } } as unknown as Core.Strapi;
const runJob = async (run: Job['run']): Promise<void> => {
  await cronTasks([{ name: 'nightly', schedule: '17 3 * * *', run }]).nightly?.task({ strapi });
};

describe('cronTasks', () => {
  it('schedules a job in UK time and runs it with the present time', async () => {
    const run = vi.fn<Job['run']>(async () => undefined);
    expect(cronTasks([{ name: 'nightly', schedule: '17 3 * * *', run }]).nightly?.options).toEqual({
      rule: '17 3 * * *',
      tz: 'Europe/London',
    });
    await runJob(run);
    expect(run).toHaveBeenCalledWith(strapi, expect.any(Date));
  });
  it('logs a failure by the name of the job, without the message of the error', async () => {
    await runJob(async () => {
      throw new TypeError('ann@example.org');
    });
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatch(/^job nightly: TypeError/);
    expect(logged[0]).not.toContain('ann');
  });
});
