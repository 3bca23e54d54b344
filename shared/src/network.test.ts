import { describe, expect, it } from 'vitest';
import { networkOf } from './network.js';

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
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002:0003:0004:0005:0006', '2001:db8:1:2'],
    ['2001:db8:1:2::1', '2001:db8:1:2'],
    ['2001:DB8::1', '2001:db8:0:0'],
    ['2001:db8::5:6:7:8', '2001:db8:0:0'],
    ['2001::3:4:5:6:7', '2001:0:0:3'],
    ['2001::3:4:5:6:7:8', '2001:0:3:4'],
    ['::2:3:4:5:6:7:8', '0:2:3:4'],
    ['2001:db8::', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['::', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['fe80:1:2:3:4:5:6:7%eth0:1', 'fe80:1:2:3'],
    // Not the mapped form, for all that stands in front of it.
    ['2001:db8::ffff:1', '2001:db8:0:0'],
  ])('is the first half of an IPv6 address: %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('is the same for two addresses of one household, and another for the next', () => {
    expect(networkOf('2001:db8:1:2::a')).toBe(networkOf('2001:db8:1:2:ffff:0:1:2'));
    expect(networkOf('2001:db8:1:2::a')).not.toBe(networkOf('2001:db8:1:3::a'));
  });
});
