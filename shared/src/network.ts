const groupsOf = (part: string): string[] => (part === '' ? [] : part.split(':'));

/**
 * What one person has of the network: an IPv4 address, or the first half (/64) of an IPv6 one, since every household
 * has 2^64 of those. IPv4 in IPv6 clothes (`::ffff:192.0.2.1`) is told as IPv4. Takes what is an IP address already.
 */
export const networkOf = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(':')) return address;
  const [before = '', after] = address.toLowerCase().replace(/%.*$/, '').split('::');
  const head = groupsOf(before);
  const tail = after === undefined ? [] : groupsOf(after);
  const middle = after === undefined ? [] : Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0');
  return [...head, ...middle, ...tail]
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
};
