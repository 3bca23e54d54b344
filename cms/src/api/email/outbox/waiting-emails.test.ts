import { describe, expect, it } from 'vitest';
import { judgeWaitingEmails } from './waiting-emails';

const hour = 3_600_000;
const now = Date.parse('2026-11-26T12:00:00Z');

describe('judgeWaitingEmails', () => {
  it('is content while nothing has waited for an hour', () => {
    expect(judgeWaitingEmails({ oldestDueAt: null, lastSentAt: null }, now).status).toBe('ok');
    expect(judgeWaitingEmails({ oldestDueAt: now - hour + 1, lastSentAt: null }, now).status).toBe('ok');
  });

  it('fails when emails wait and none has left since', () => {
    const stuck = judgeWaitingEmails({ oldestDueAt: now - 5 * hour, lastSentAt: now - 6 * hour }, now);
    expect(stuck.status).toBe('failed');
    expect(stuck.message).toMatch(/waiting for 5 hours and none has left since/);
    expect(judgeWaitingEmails({ oldestDueAt: now - hour, lastSentAt: null }, now).status).toBe('failed');
  });

  it('warns only when others have left: one recipient’s server may put an email off for days', () => {
    expect(judgeWaitingEmails({ oldestDueAt: now - 70 * hour, lastSentAt: now - 60_000 }, now).status).toBe('warning');
  });
});
