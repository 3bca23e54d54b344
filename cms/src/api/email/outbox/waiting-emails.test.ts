import { describe, expect, it } from 'vitest';
import { judgeWaitingEmails } from './waiting-emails';

const hour = 3_600_000;
const now = Date.parse('2026-11-26T12:00:00Z');

describe('judgeWaitingEmails', () => {
  it('is content while nothing has waited for an hour', () => {
    expect(judgeWaitingEmails({ oldestDueAt: null, oldestSinceSentAt: null }, now).status).toBe('ok');
    const recent = now - hour + 1;
    expect(judgeWaitingEmails({ oldestDueAt: recent, oldestSinceSentAt: recent }, now).status).toBe('ok');
  });

  it('fails when emails wait and none has left since', () => {
    const since = now - 5 * hour;
    const stuck = judgeWaitingEmails({ oldestDueAt: since, oldestSinceSentAt: since }, now);
    expect(stuck.status).toBe('failed');
    expect(stuck.message).toMatch(/waiting for 5 hours and none has left since/);
    expect(judgeWaitingEmails({ oldestDueAt: now - hour, oldestSinceSentAt: now - hour }, now).status).toBe('failed');
  });

  it('warns only when others have left: one recipient’s server may put an email off for days', () => {
    const oldestDueAt = now - 70 * hour;
    for (const oldestSinceSentAt of [null, now - hour + 1])
      expect(judgeWaitingEmails({ oldestDueAt, oldestSinceSentAt }, now).status).toBe('warning');
  });

  it('fails when the mail server has gone, also while such an email has been waiting for longer', () => {
    const judged = judgeWaitingEmails({ oldestDueAt: now - 70 * hour, oldestSinceSentAt: now - 3 * hour }, now);
    expect(judged.status).toBe('failed');
    expect(judged.message).toMatch(/waiting for 3 hours and none has left since/);
  });
});
