import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createTurns } from './mutex';

describe('turns', () => {
  it('come one after the other, whatever becomes of those before', async () => {
    const inTurn = createTurns();
    const said: string[] = [];
    const work = (name: string, time: number) =>
      inTurn(async () => {
        said.push(`${name} begins`);
        await pause(time);
        said.push(`${name} ends`);
        if (name === 'b') throw new Error('b fails');
        return name;
      });
    const results = await Promise.allSettled([work('a', 20), work('b', 5), work('c', 1)]);
    expect(said).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
