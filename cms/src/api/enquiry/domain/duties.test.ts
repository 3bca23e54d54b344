import { describe, expect, it } from 'vitest';
import { deadlineOf, dueDay } from './duties';

describe('the day that the law sets', () => {
  it('is 30 days after a complaint, on a working day', () => {
    expect(dueDay('data-complaint', '2026-11-02', null)).toBe('2026-12-02');
    // 26 December 2026 is a Saturday, and the Monday after it a bank holiday.
    expect(dueDay('data-complaint', '2026-11-26', null)).toBe('2026-12-29');
  });

  it('is a month after a request, or the last day of a shorter month', () => {
    expect(dueDay('data-request', '2026-11-27', 'England and Wales')).toBe('2026-12-29');
    expect(dueDay('data-request', '2027-08-31', null)).toBe('2027-09-30');
  });

  it.each(['enquiry', 'space', 'workshop'] as const)('is none for “%s”', (kind) => {
    expect(dueDay(kind, '2026-11-27', null)).toBeNull();
  });

  it('ends for a complaint once it is acknowledged, and for a request once it is answered', () => {
    const complaint = { kind: 'data-complaint', state: 'open', due_on: '2026-12-29', acknowledged_at: null } as const;
    expect(deadlineOf(complaint)).toEqual({ duty: 'acknowledge', day: '2026-12-29' });
    expect(deadlineOf({ ...complaint, acknowledged_at: 1 })).toBeNull();
    const request = { ...complaint, kind: 'data-request', acknowledged_at: 1 } as const;
    expect(deadlineOf(request)).toEqual({ duty: 'answer', day: '2026-12-29' });
    expect(deadlineOf({ ...request, state: 'answered' })).toBeNull();
  });
});
