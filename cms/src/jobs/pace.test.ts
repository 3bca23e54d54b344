import { describe, expect, it } from 'vitest';
import { createPace } from './pace';

const work = (milliseconds: number): void => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
};

describe('createPace', () => {
  it('lets timers and requests in while a job works', async () => {
    const pace = createPace();
    let letIn = 0;
    const timer = setInterval(() => (letIn += 1), 1);
    for (let step = 0; step < 20; step += 1) {
      work(10);
      await pace();
    }
    clearInterval(timer);
    expect(letIn).toBeGreaterThan(3);
  });

  it('does not rest after every step', async () => {
    const pace = createPace();
    const began = performance.now();
    for (let step = 0; step < 1000; step += 1) await pace();
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
