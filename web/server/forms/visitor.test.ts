import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { networkOfVisitor } from './visitor';

const from = (forwarded: string | undefined, remoteAddress: string | undefined = '127.0.0.1') =>
  ({
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    socket: { remoteAddress },
  }) as unknown as IncomingMessage;

describe('the network of a visitor', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['198.51.100.1,2001:db8:1:2:3::4', '2001:db8:1:2'],
    ['203.0.113.9, nonsense', '127.0.0.1'],
    ['', '127.0.0.1'],
    [undefined, '127.0.0.1'],
  ])('behind our own front server, told %j, is %s', (forwarded, network) => {
    expect(networkOfVisitor(from(forwarded), true)).toBe(network);
  });

  it('is never what the visitor says, without one', () => {
    expect(networkOfVisitor(from('198.51.100.1', '::ffff:203.0.113.9'), false)).toBe('203.0.113.9');
    expect(networkOfVisitor({ headers: {}, socket: {} } as IncomingMessage, false)).toBe('');
  });
});
