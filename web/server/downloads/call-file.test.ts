import { describe, expect, it } from 'vitest';
import { callCalendar, callFeed } from './call-file';

const token = `7.1.${'A'.repeat(43)}`;
const file = 'BEGIN:VCALENDAR';
const refused = (status: 404 | 503) => ({ ok: false, status, issues: [], retryAfter: 30 }) as const;

const calendar = (given: { token?: string; wait?: number; refused?: ReturnType<typeof refused> } = {}) =>
  callCalendar({
    token: given.token ?? token,
    cms: { callCalendar: () => Promise.resolve(given.refused ?? ({ ok: true, data: { file } } as const)) },
    forms: { consume: () => given.wait ?? 0 },
  });

describe('the calendar file of a call', () => {
  it('is sent as bytes', async () => {
    expect(await calendar()).toEqual({ bytes: Buffer.from(file) });
  });

  it('does not exist behind a wrong link, and is limited by network', async () => {
    expect(await calendar({ token: 'x' })).toEqual({ refused: 404 });
    expect(await calendar({ refused: refused(404) })).toEqual({ refused: 404 });
    expect(await calendar({ refused: refused(503) })).toEqual({ refused: 503 });
    expect(await calendar({ wait: 9 })).toEqual({ refused: 429, retryAfter: 9 });
  });
});

describe('the feed of the counsellor', () => {
  const feed = (token: string, answer: ReturnType<typeof refused> | { ok: true; data: { file: string } }) =>
    callFeed({ token, cms: { callFeed: () => Promise.resolve(answer) }, forms: { consume: () => 0 } });

  it('is sent as bytes, and does not exist once it was ended', async () => {
    const right = `3.${'A'.repeat(43)}`;
    expect(await feed(right, { ok: true, data: { file } })).toEqual({ bytes: Buffer.from(file) });
    expect(await feed(right, refused(404))).toEqual({ refused: 404 });
    expect(await feed(token, { ok: true, data: { file } })).toEqual({ refused: 404 });
  });
});
