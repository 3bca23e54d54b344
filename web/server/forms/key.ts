import { hkdfSync } from 'node:crypto';

/** A key of 32 bytes for one purpose, derived from the web's token (HKDF, RFC 5869), so that there is no further secret to look after. */
export const keyFor = (purpose: 'form stamp' | 'thanks page', webToken: string): Buffer =>
  Buffer.from(hkdfSync('sha256', webToken, 'quiet-room', purpose, 32));
