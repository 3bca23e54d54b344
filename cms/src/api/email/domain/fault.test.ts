import { describe, expect, it } from 'vitest';
import { judge } from './fault';

describe('judge', () => {
  it.each([
    { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' },
    { code: 'EENVELOPE', responseCode: 553, command: 'MAIL FROM' },
    { code: 'EENVELOPE', responseCode: 552, command: 'MAIL FROM' },
    { code: 'EMESSAGE', responseCode: 554, command: 'DATA' },
    { code: 'EMESSAGE', responseCode: 552, command: 'DATA' },
  ])('$responseCode in reply to $command is final', (failure) => {
    expect(judge(failure)).toEqual({ fault: 'refused', final: true, affectsEveryEmail: false });
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
  ])('%o is tried again', (failure, fault) => {
    expect(judge(failure)).toMatchObject({ fault, final: false });
  });
  it('knows whether others would fare any better', () => {
    expect(judge({ code: 'EENVELOPE', responseCode: 450, command: 'RCPT TO' }).affectsEveryEmail).toBe(false);
    expect(judge({ code: 'ESOCKET', command: 'CONN' }).affectsEveryEmail).toBe(true);
  });
});
