import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createMutex } from './mutex';

describe('createMutex', () => {
  it('runs work one after the other, also after work that failed', async () => {
    const exclusively = createMutex();
    const log: string[] = [];
    const work = (name: string, time: number) =>
      exclusively(async () => {
        log.push(`${name} begins`);
        await pause(time);
        log.push(`${name} ends`);
        if (name === 'b') throw new Error('b fails');
        return name;
      });
    const results = await Promise.allSettled([work('a', 20), work('b', 5), work('c', 1)]);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
