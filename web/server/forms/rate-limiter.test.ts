import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { senderNetwork } from 'shared';
import { describe, expect, it } from 'vitest';
import { hashNetwork, type LimitName, limits, networkOfRequest, RateLimiter } from './rate-limiter';

const minute = 60_000;
const counting = (off = false) => {
  const clock = { now: 0 };
  return { clock, limiter: new RateLimiter({ now: () => clock.now, isOff: off }) };
};
const times = (count: number, act: () => number) => Array.from({ length: count }, act);

describe('the rate limiter', () => {
  it('allows three comments in a minute', () => {
    const { clock, limiter } = counting();
    expect(times(4, () => limiter.consume('comment', 'a'))).toEqual([0, 0, 0, 60]);
    clock.now = 50_000;
    expect([limiter.consume('comment', 'a'), limiter.consume('comment', 'b')]).toEqual([10, 0]);
    clock.now = minute;
    expect(limiter.consume('comment', 'a')).toBe(0);
  });

  it('allows eight comments in an hour and does not count those that it refused', () => {
    const { clock, limiter } = counting();
    const sent: number[] = [];
    for (clock.now = 0; clock.now < 5 * minute; clock.now += minute)
      sent.push(...times(6, () => limiter.consume('comment', 'a')));
    expect(sent.filter((wait) => wait === 0)).toHaveLength(8);
    expect(limiter.consume('comment', 'a')).toBe(55 * 60);
    clock.now = 60 * minute;
    expect(limiter.consume('comment', 'a')).toBe(0);
  });

  it('allows five registrations in ten minutes and twelve in an hour', () => {
    const { clock, limiter } = counting();
    expect(times(6, () => limiter.consume('registration', 'a'))).toEqual([0, 0, 0, 0, 0, 600]);
    clock.now = 10 * minute;
    expect(times(5, () => limiter.consume('registration', 'a'))).toEqual([0, 0, 0, 0, 0]);
    clock.now = 20 * minute;
    expect(times(3, () => limiter.consume('registration', 'a'))).toEqual([0, 0, 40 * 60]);
  });

  it.each([
    ['report', 10],
    ['guess', 10],
    ['other', 60],
  ] as const)('counts %s by itself: %i an hour', (act, most) => {
    const { limiter } = counting();
    expect(times(most + 1, () => limiter.consume(act, 'a')).filter((wait) => wait === 0)).toHaveLength(most);
    expect(limiter.consume('comment', 'a')).toBe(0);
  });

  it('deletes every network after an hour', () => {
    const { clock, limiter } = counting();
    for (let n = 0; n < 50; n += 1) limiter.consume('comment', `network ${n}`);
    expect(limiter.size).toBe(100);
    clock.now = minute;
    limiter.deleteExpired();
    expect(limiter.size).toBe(50);
    clock.now = 60 * minute;
    limiter.deleteExpired();
    expect(limiter.size).toBe(0);
  });

  it('stays within bounds however many networks send something', () => {
    const { limiter } = counting();
    for (let n = 0; n < 25_000; n += 1) limiter.consume('report', `network ${n}`);
    expect(limiter.size).toBe(20_000);
  });

  it('can be switched off for measurements', () => {
    const { limiter } = counting(true);
    expect(new Set(times(100, () => limiter.consume('comment', 'a')))).toEqual(new Set([0]));
  });
});

const from = (forwarded: string | undefined, remoteAddress: string | undefined = '127.0.0.1') =>
  ({
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    socket: { remoteAddress },
  }) as unknown as IncomingMessage;

describe('the network of a request', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['198.51.100.1,2001:db8:1:2:3::4', '2001:db8:1:0'],
    ['203.0.113.9:401', '203.0.113.9'],
    ['198.51.100.1, 203.0.113.9:65535', '203.0.113.9'],
    ['[2001:db8:1:2:3::4]:443', '2001:db8:1:0'],
    ['[2001:db8:1:2:3::4]', '2001:db8:1:0'],
    ['[::ffff:203.0.113.9]:443', '203.0.113.9'],
    ['203.0.113.9, nonsense', '127.0.0.1'],
    ['203.0.113.9, ', '127.0.0.1'],
    ['203.0.113.9:port', '127.0.0.1'],
    ['[203.0.113.9', '127.0.0.1'],
    ['unknown', '127.0.0.1'],
    ['', '127.0.0.1'],
    [undefined, '127.0.0.1'],
  ])('behind a front server that says %j is %s', (forwarded, network) => {
    expect(networkOfRequest(from(forwarded), true)).toBe(network);
  });

  it('is never what the client says, without a front server', () => {
    expect(networkOfRequest(from('198.51.100.1', '::ffff:203.0.113.9'), false)).toBe('203.0.113.9');
    expect(networkOfRequest({ headers: {}, socket: {} } as IncomingMessage, false)).toBe('');
  });
});

describe('a network as the CMS knows it', () => {
  const key = Buffer.alloc(32, 'k');

  it('is the same for one network, another for each, and in the form of the contract', () => {
    const hash = hashNetwork(key, '203.0.113.9');
    expect(senderNetwork.parse(hash)).toBe(hash);
    expect(hash).not.toContain('203');
    expect(hashNetwork(key, '203.0.113.9')).toBe(hash);
    expect(hashNetwork(key, '203.0.113.10')).not.toBe(hash);
    expect(hashNetwork(Buffer.alloc(32, 'l'), '203.0.113.9')).not.toBe(hash);
  });

  it('is null where it is not known', () => {
    expect(hashNetwork(key, '')).toBeNull();
  });
});

describe('the table of rate limits in docs/reference/permissions.md', () => {
  const names: Readonly<Record<LimitName, string>> = {
    comment: 'comment',
    registration: 'registration',
    contact: 'message',
    call: 'call',
    report: 'report',
    guess: 'short code of a private link, name on a certificate',
    other: 'other',
  };
  const windows: Readonly<Record<number, string>> = {
    60_000: 'a minute',
    600_000: 'in ten minutes',
    3_600_000: 'an hour',
  };
  const reference = readFileSync(new URL('../../../docs/reference/permissions.md', import.meta.url), 'utf8');
  const [, section = ''] = reference.split('## Rate limits\n');

  it('lists every limit as it is', () => {
    const rows = Object.entries(names).map(([name, form]) => {
      const windowsOfForm = limits[name as LimitName].map(({ limit, windowMs }) => `${limit} ${windows[windowMs]}`);
      return `| ${form} | ${windowsOfForm.join(', ')} |`;
    });
    expect(section.match(/^\|.*$/gm)?.slice(2)).toEqual(rows);
  });
});
