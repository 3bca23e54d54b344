import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createReachabilityLog, startingMs } from './reachability-log';

let lines: string[];
const start = (hasAnswered: boolean) =>
  createReachabilityLog({
    info: (message) => lines.push(`info ${message}`),
    warn: (message) => lines.push(`warn ${message}`),
    hasAnswered: () => hasAnswered,
  });

beforeEach(() => {
  lines = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

describe('the log of whether the CMS answers', () => {
  it('warns of nothing while the CMS is starting', () => {
    const say = start(false);
    say(false);
    vi.advanceTimersByTime(startingMs - 1);
    say(true);
    vi.advanceTimersByTime(startingMs);
    expect(lines).toEqual([
      'info Waiting for the CMS to start. Cached pages are served.',
      'info The CMS is available.',
    ]);
  });

  it('warns once of a CMS that does not answer within a minute of the start', () => {
    const say = start(false);
    say(false);
    vi.advanceTimersByTime(10 * startingMs);
    expect(lines.filter((line) => line.startsWith('warn'))).toEqual([
      'warn The CMS has not answered since the site was started, a minute ago: see its own log. Cached pages are served.',
    ]);
  });

  it('warns at once of a CMS that has answered before, and says when it answers again', () => {
    const say = start(true);
    for (const isReachable of [false, true]) say(isReachable);
    expect(lines).toEqual([
      'warn The CMS is unavailable. Cached pages are still served.',
      'info The CMS is available again.',
    ]);
  });
});
