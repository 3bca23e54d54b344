import { describe, expect, it } from 'vitest';
import { FixedWindowLimiter, networkOf } from './rate-limit.js';

const limiterOf = () => new FixedWindowLimiter({ limit: 3, windowMs: 60_000, maxKeys: 2 });

describe('a fixed-window limiter', () => {
  it('allows three requests and says how long the fourth must wait', () => {
    const limiter = limiterOf();
    expect([1, 2, 3].map(() => limiter.consume('a', 0))).toEqual([0, 0, 0]);
    expect(limiter.consume('a', 30_000)).toBe(30);
  });

  it('allows a request again when the window has ended', () => {
    const limiter = limiterOf();
    for (let n = 0; n < 3; n += 1) limiter.consume('a', 0);
    expect(limiter.consume('a', 60_000)).toBe(0);
  });

  it('begins the second window exactly when the first has ended, with the whole limit', () => {
    const limiter = limiterOf();
    for (let n = 0; n < 3; n += 1) limiter.consume('a', 1_000);
    expect(limiter.consume('a', 60_999)).toBe(1);
    expect([1, 2, 3].map(() => limiter.consume('a', 61_000))).toEqual([0, 0, 0]);
    expect(limiter.consume('a', 61_000)).toBe(60);
    expect(limiter.consume('a', 120_000)).toBe(1);
  });

  it('does not extend the window for a request that it refused', () => {
    const limiter = limiterOf();
    for (let n = 0; n < 3; n += 1) limiter.consume('a', 0);
    for (let now = 10_000; now < 60_000; now += 10_000) limiter.consume('a', now);
    expect(limiter.consume('a', 60_000)).toBe(0);
  });

  it('refunds no request that was not counted', () => {
    const limiter = limiterOf();
    limiter.refund('a');
    expect(limiter.size).toBe(0);
    limiter.consume('a', 0);
    limiter.refund('a');
    limiter.refund('a');
    expect([1, 2, 3].map(() => limiter.consume('a', 0))).toEqual([0, 0, 0]);
    expect(limiter.consume('a', 0)).toBe(60);
  });

  it('does not count requests that were refunded', () => {
    const limiter = limiterOf();
    for (let n = 0; n < 20; n += 1) {
      expect(limiter.consume('a', 0)).toBe(0);
      limiter.refund('a');
    }
  });

  it('counts each key by itself and deletes the oldest when there are too many', () => {
    const limiter = limiterOf();
    for (let n = 0; n < 3; n += 1) limiter.consume('a', 0);
    expect(limiter.consume('b', 0)).toBe(0);
    expect(limiter.consume('a', 0)).toBe(60);
    limiter.consume('c', 0);
    expect(limiter.consume('a', 0)).toBe(0);
  });

  it('deletes a key when its window has ended', () => {
    const limiter = limiterOf();
    limiter.consume('a', 0);
    limiter.consume('b', 1);
    limiter.deleteExpired(59_999);
    expect(limiter.size).toBe(2);
    limiter.deleteExpired(60_000);
    expect(limiter.size).toBe(1);
  });
});

describe('the network of an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['', ''],
  ])('is the address itself for IPv4: %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it.each([
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:192.0.2.77', '192.0.2.77'],
    ['::ffff:203.0.113.250', '203.0.113.250'],
  ])('is the IPv4 address inside an IPv6 one: %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:0'],
    ['2001:0db8:0001:0002:0003:0004:0005:0006', '2001:db8:1:0'],
    ['2001:db8:1:ff02::1', '2001:db8:1:ff00'],
    ['2001:db8:1:2::1', '2001:db8:1:0'],
    ['2001:DB8::1', '2001:db8:0:0'],
    ['2001:db8::5:6:7:8', '2001:db8:0:0'],
    ['2001::3:4:5:6:7', '2001:0:0:0'],
    ['2001::3:4:5:6:7:8', '2001:0:3:0'],
    ['::2:3:4:5:6:7:8', '0:2:3:0'],
    ['2001:db8::', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['::', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['fe80:1:2:3:4:5:6:7%eth0:1', 'fe80:1:2:0'],
    // Not an IPv4-mapped address, because of what precedes it.
    ['2001:db8::ffff:1', '2001:db8:0:0'],
  ])('is the first 56 bits of an IPv6 address: %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('is the same for two addresses of one household, and another for the next', () => {
    expect(networkOf('2001:db8:1:2::a')).toBe(networkOf('2001:db8:1:2:ffff:0:1:2'));
    expect(networkOf('2001:db8:1:2::a')).toBe(networkOf('2001:db8:1:fe::a'));
    expect(networkOf('2001:db8:1:2::a')).not.toBe(networkOf('2001:db8:1:102::a'));
  });
});
