import { describe, expect, it } from 'vitest';
import { formatLogLine, logFormatOf } from './log-line.js';

const line = {
  time: new Date('2026-11-26T03:17:00.000Z'),
  level: 'error',
  process: 'cms',
  message: 'A job failed.',
  fields: { requestId: 'abc', error: undefined, status: 500 },
} as const;

describe('formatLogLine', () => {
  it('writes one JSON object a line for machines', () => {
    expect(formatLogLine(line, 'json')).toBe(
      '{"time":"2026-11-26T03:17:00.000Z","level":"error","process":"cms","message":"A job failed.","requestId":"abc","status":500}',
    );
  });

  it('writes the same as text for people', () => {
    expect(formatLogLine(line, 'pretty')).toBe(
      '2026-11-26T03:17:00.000Z error cms  A job failed. requestId="abc" status=500',
    );
  });

  it('keeps line breaks, colours and email addresses out of the message', () => {
    const message = '\u001B[31mCould not\n   reach ann.o-neill+x@example.org, sorry\u001B[0m';
    for (const format of ['json', 'pretty'] as const) {
      const text = formatLogLine({ ...line, message }, format);
      expect(text).toContain('Could not reach [address], sorry');
      expect(text).not.toMatch(/\p{Cc}/u);
    }
  });

  it('takes milliseconds for a long message that is nearly an address', () => {
    const began = performance.now();
    formatLogLine({ ...line, message: `${'a'.repeat(100_000)}@`.repeat(2) }, 'json');
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe('logFormatOf', () => {
  it('is JSON in production and pretty otherwise, unless LOG_FORMAT says which', () => {
    expect(logFormatOf({ NODE_ENV: 'production' })).toBe('json');
    expect(logFormatOf({ NODE_ENV: 'development' })).toBe('pretty');
    expect(logFormatOf({})).toBe('pretty');
    expect(logFormatOf({ NODE_ENV: 'production', LOG_FORMAT: 'pretty' })).toBe('pretty');
    expect(logFormatOf({ LOG_FORMAT: 'json' })).toBe('json');
    expect(logFormatOf({ NODE_ENV: 'production', LOG_FORMAT: 'xml' })).toBe('json');
  });
});
