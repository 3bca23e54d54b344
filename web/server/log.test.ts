import { describe, expect, it, vi } from 'vitest';
import { onceAMinute } from './log';

describe('a warning that repeats', () => {
  it('is logged once a minute for each message', () => {
    let now = 0;
    const logged = vi.fn();
    const warn = onceAMinute(logged, () => now);
    warn('The CMS is away.');
    warn('The CMS is away.');
    warn('The disk is full.');
    now = 60_000;
    warn('The CMS is away.');
    expect(logged.mock.calls.map(([message]) => String(message))).toEqual([
      'The CMS is away.',
      'The disk is full.',
      'The CMS is away.',
    ]);
  });
});
