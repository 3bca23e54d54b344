import { describe, expect, it } from 'vitest';
import { cronTasks } from './jobs';

describe('cronTasks', () => {
  it('schedules each job by its name, in UK time', () => {
    const tasks = cronTasks([
      { name: 'nightly', schedule: '17 3 * * *', catchUpHours: 24, run: async () => undefined },
    ]);
    expect(tasks.nightly?.options).toEqual({ rule: '17 3 * * *', tz: 'Europe/London' });
  });
});
