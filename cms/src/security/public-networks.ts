import { lookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 4 ? 'ipv4' : 'ipv6');

/** An address and the bits of its network; null for anything else. */
const parsed = (network: string): { address: string; bits: number } | null => {
  const [address = '', given, ...rest] = network.split('/');
  if (isIP(address) === 0 || rest.length > 0) return null;
  const most = isIP(address) === 4 ? 32 : 128;
  const bits = given === undefined ? most : /^\d{1,3}$/.test(given) ? Number(given) : Number.NaN;
  return bits <= most ? { address, bits } : null;
};

/**
 * Returns the networks in CALENDAR_NETWORKS: addresses and CIDR ranges, separated by commas, from which calendars may
 * be read although they are not public.
 * @throws Error with a sentence if one of them is neither
 */
export const allowedNetworks = (values: Readonly<Record<string, string | undefined>>): BlockList => {
  const list = new BlockList();
  for (const network of (values.CALENDAR_NETWORKS ?? '').split(',')) {
    if (network.trim() === '') continue;
    const range = parsed(network.trim());
    if (range === null)
      throw new Error(
        'CALENDAR_NETWORKS must be addresses or networks such as 192.168.1.20 or 192.168.1.0/24, separated by ' +
          'commas. Correct it in .env or the environment.',
      );
    list.addSubnet(range.address, range.bits, familyOf(range.address));
  }
  return list;
};

/** A connection to an address that is not public was refused. The message does not say which. */
export class PrivateNetworkError extends Error {
  constructor() {
    super('This leads to a network that is not allowed.');
  }
}

/** Decides about addresses: public ones are allowed unless `onlyAllowed`, and those in `allowed` are. */
export interface NetworkRule {
  readonly allowed: BlockList;
  readonly onlyAllowed: boolean;
}

/**
 * Returns whether an IP address may be connected to. Public is what the registries of IANA call global unicast:
 * private, loopback, link-local, shared and reserved addresses are not, nor IPv6 addresses that hold an IPv4 address.
 */
const isAllowed = (address: string, { allowed, onlyAllowed }: NetworkRule): boolean =>
  allowed.check(address, familyOf(address)) ||
  (!onlyAllowed && ipaddr.isValid(address) && ipaddr.parse(address).range() === 'unicast');

/**
 * @throws PrivateNetworkError for a URL whose host is an address that may not be connected to, which no name leads to
 */
export const refusePrivateHost = ({ hostname }: URL, rule: NetworkRule): void => {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isAllowed(host, rule)) throw new PrivateNetworkError();
};

/**
 * Returns how sockets resolve names: as usual, but every address of a name must be allowed. The connection is made to
 * just these addresses, so a name that leads elsewhere the next time it is asked for gains nothing.
 */
export const guardedLookup =
  (rule: NetworkRule): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[] = []) => {
      const [first] = addresses;
      if (error !== null || first === undefined) callback(error ?? new Error('There is no address.'), '', 4);
      else if (!addresses.every(({ address }) => isAllowed(address, rule))) callback(new PrivateNetworkError(), '', 4);
      else if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
