import { describe, expect, it } from 'vitest';
import { StorageError } from '#src/database/storage-error';
import { logFailure } from './failure-log';

const collecting = () => {
  const lines: string[] = [];
  return { lines, error: (message: unknown) => void lines.push(String(message)) };
};
const locked = () => Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });

describe('logFailure', () => {
  it('logs a database that is out of order once a minute, and says whether it did', () => {
    const log = collecting();
    const at = (now: number) => logFailure(log, 'A request failed.', locked(), now);
    expect([at(0), at(1), at(59_999), at(60_000), at(60_001)]).toEqual([true, false, false, true, false]);
    expect(log.lines).toHaveLength(2);
  });

  it('logs each kind of failure, and each thing that failed', () => {
    const log = collecting();
    for (const error of [locked(), new StorageError('The COMMIT failed.')])
      for (const message of ['A request failed.', 'A job failed.']) logFailure(log, message, error, 0);
    expect(log.lines).toHaveLength(4);
  });

  it('logs every other error', () => {
    const log = collecting();
    for (const now of [0, 1, 2]) logFailure(log, 'A request failed.', new TypeError('x'), now);
    expect(log.lines).toHaveLength(3);
  });
});
