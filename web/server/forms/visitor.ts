import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { networkOf } from 'shared';

/**
 * The network that a request comes from. Behind our own front server that is the last entry of X-Forwarded-For, which it wrote
 * itself; the ones before are whatever the visitor claims, and without a front server all of them are.
 */
export function networkOfVisitor(req: IncomingMessage, behindProxy: boolean): string {
  const forwarded =
    String(req.headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim() ?? '';
  const address = behindProxy && isIP(forwarded) ? forwarded : (req.socket.remoteAddress ?? '');
  return networkOf(address);
}
