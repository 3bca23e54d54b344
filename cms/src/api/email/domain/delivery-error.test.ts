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
    [{ code: 'EENVELOPE', responseCode: 450, command: 'RCPT TO' }, 'deferred'],
    [{ code: 'EMESSAGE', responseCode: 451, command: 'DATA' }, 'deferred'],
    [{ code: 'EENVELOPE', responseCode: 552, command: 'RCPT TO' }, 'deferred'],
    [{ code: 'EENVELOPE', responseCode: 421, command: 'MAIL FROM' }, 'unreachable'],
    [{ code: 'ECONNECTION', responseCode: 421, command: 'CONN' }, 'unreachable'],
    [{ code: 'EPROTOCOL', responseCode: 554, command: 'CONN' }, 'unreachable'],
    [{ code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' }, 'authentication-failed'],
    [{ code: 'EENVELOPE', responseCode: 530, command: 'MAIL FROM' }, 'authentication-failed'],
    [{ code: 'ETLS', command: 'STARTTLS' }, 'no-tls'],
    [{ code: 'ESOCKET', command: 'CONN' }, 'unreachable'],
    [{ code: 'EDNS', command: 'CONN' }, 'unreachable'],
    [{ code: 'ETIMEDOUT', command: 'CONN' }, 'timeout'],
    [{ code: 'ETIMEDOUT', command: 'DATA' }, 'timeout'],
    [{ code: 'EABORT' }, 'timeout'],
    [{ code: 'ENOSPC' }, 'write-failed'],
    [{}, 'write-failed'],
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
