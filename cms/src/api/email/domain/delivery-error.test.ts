import { describe, expect, it } from 'vitest';
import { classifyFailure, nextAttempt } from './delivery-error';

describe('classifyFailure', () => {
  it.each([
    { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' },
    { code: 'EENVELOPE', responseCode: 553, command: 'MAIL FROM' },
    { code: 'EENVELOPE', responseCode: 552, command: 'MAIL FROM' },
    { code: 'EMESSAGE', responseCode: 554, command: 'DATA' },
    { code: 'EMESSAGE', responseCode: 552, command: 'DATA' },
  ])('$responseCode in reply to $command is final', (failure) => {
    expect(classifyFailure(failure)).toEqual({ deliveryError: 'refused', final: true, affectsEveryEmail: false });
  });
  it.each([
    [{ code: 'EENVELOPE', responseCode: 450, command: 'RCPT TO' }, 'put off'],
    [{ code: 'EMESSAGE', responseCode: 451, command: 'DATA' }, 'put off'],
    [{ code: 'EENVELOPE', responseCode: 552, command: 'RCPT TO' }, 'put off'],
    [{ code: 'EENVELOPE', responseCode: 421, command: 'MAIL FROM' }, 'not connected'],
    [{ code: 'ECONNECTION', responseCode: 421, command: 'CONN' }, 'not connected'],
    [{ code: 'EPROTOCOL', responseCode: 554, command: 'CONN' }, 'not connected'],
    [{ code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' }, 'not let in'],
    [{ code: 'EENVELOPE', responseCode: 530, command: 'MAIL FROM' }, 'not let in'],
    [{ code: 'ETLS', command: 'STARTTLS' }, 'not secure'],
    [{ code: 'ESOCKET', command: 'CONN' }, 'not connected'],
    [{ code: 'EDNS', command: 'CONN' }, 'not connected'],
    [{ code: 'ETIMEDOUT', command: 'CONN' }, 'no answer'],
    [{ code: 'ETIMEDOUT', command: 'DATA' }, 'no answer'],
    [{ code: 'EABORT' }, 'no answer'],
    [{ code: 'ENOSPC' }, 'not written'],
    [{}, 'not written'],
  ])('retries after %o', (failure, deliveryError) => {
    expect(classifyFailure(failure)).toMatchObject({ deliveryError, final: false });
  });
  it('tells whether other emails would fail, too', () => {
    expect(classifyFailure({ code: 'EENVELOPE', responseCode: 450, command: 'RCPT TO' }).affectsEveryEmail).toBe(false);
    expect(classifyFailure({ code: 'ESOCKET', command: 'CONN' }).affectsEveryEmail).toBe(true);
  });
});

const queuedAt = new Date('2026-11-23T09:00:00Z');
const after = (minutes: number) => new Date(queuedAt.getTime() + minutes * 60_000);

describe('nextAttempt', () => {
  it.each([
    [1, 1],
    [2, 5],
    [3, 15],
    [4, 60],
    [5, 180],
    [6, 180],
    [20, 180],
  ])('after %i failed attempts waits %i minutes', (attempts, minutes) => {
    expect(nextAttempt(attempts, queuedAt, after(10))).toEqual(after(10 + minutes));
  });
  it('retries for the last time 72 hours after the email was queued', () => {
    expect(nextAttempt(20, queuedAt, after(71 * 60))).toEqual(after(72 * 60));
  });
  it('gives up after 72 hours', () => {
    expect(nextAttempt(21, queuedAt, after(72 * 60))).toBeNull();
    expect(nextAttempt(2, queuedAt, after(100 * 60))).toBeNull();
  });
  it('allows about thirty attempts in all', () => {
    let now = queuedAt;
    let attempts = 1;
    for (let next = nextAttempt(attempts, queuedAt, now); next; next = nextAttempt(attempts, queuedAt, now)) {
      now = next;
      attempts += 1;
    }
    expect(now).toEqual(after(72 * 60));
    expect(attempts).toBeGreaterThan(25);
    expect(attempts).toBeLessThan(32);
  });
});
