import { describe, expect, it } from 'vitest';
import { StartRefusal } from '#src/start-refusal';
import { lineOf, type LogInfo, withFields } from './log-format';
import { withRequestId } from './request-id';

const level = Symbol.for('level');
const splat = Symbol.for('splat');
const now = new Date('2026-11-26T03:17:00Z');

/** What winston makes of `log.error(message, ...further)`. */
const infoOf = (message: unknown, ...further: unknown[]): LogInfo => {
  const [first] = further;
  const appended = first instanceof Error ? ` ${first.message}` : '';
  return {
    ...(typeof first === 'object' ? first : {}),
    [level]: 'error',
    level: 'error',
    message: typeof message === 'string' ? message + appended : message,
    [splat]: further,
  };
};
const parsed = (info: LogInfo): Record<string, unknown> =>
  JSON.parse(lineOf(info, 'json', now)) as Record<string, unknown>;

const failing = (): Error =>
  Object.assign(new Error("insert into comments … values ('I read this twice') - disk full"), { code: 'SQLITE_FULL' });

describe('a line of the CMS’s log', () => {
  it('has time, level, process and message', () => {
    expect(parsed(infoOf('The CMS is ready again.'))).toEqual({
      time: '2026-11-26T03:17:00.000Z',
      level: 'error',
      process: 'cms',
      message: 'The CMS is ready again.',
    });
  });

  it('says name, code and place of an error, never its message', () => {
    const alone = Object.assign(failing(), { [level]: 'error' }) as unknown as LogInfo;
    for (const info of [alone, infoOf('A job failed.', failing()), infoOf(failing(), { more: 'I read this twice' })]) {
      const line = lineOf(info, 'json', now);
      expect(line).toContain('Error SQLITE_FULL');
      expect(line).not.toContain('twice');
    }
    expect(parsed(infoOf('A job failed.', failing()))).toMatchObject({ message: 'A job failed.' });
  });

  it('leaves out whatever a library passes beside the message', () => {
    const line = lineOf(infoOf('AI failed', { error: 'I read this twice', status: 500 }), 'json', now);
    expect(line).not.toMatch(/twice|500/);
  });

  it('has the fields that are marked as fit for it', () => {
    expect(parsed(infoOf('POST /api/posts', withFields({ status: 503, ms: 12 })))).toMatchObject({
      status: 503,
      ms: 12,
    });
  });

  it('has the id of the request that is being answered', () => {
    const line = withRequestId('abcd-1234', () => parsed(infoOf('Something.')));
    expect(line).toMatchObject({ requestId: 'abcd-1234' });
    expect(parsed(infoOf('Something.'))).not.toHaveProperty('requestId');
  });

  it('says in full why the CMS refuses to start', () => {
    const line = parsed(infoOf('The CMS can’t start.', new StartRefusal('The database is damaged.')));
    expect(line).toMatchObject({ message: 'The database is damaged.' });
    expect(line).not.toHaveProperty('error');
  });
});
