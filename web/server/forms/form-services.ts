import type { IncomingMessage } from 'node:http';
import type { Settings } from '#server/settings';
import { createFormToken, deriveKey, type FormToken, type TokenForm, verifyFormToken } from './form-token';
import { hashNetwork, type LimitName, networkOfRequest, RateLimiter } from './rate-limiter';
import { seal, unseal, type Unsealed } from './sealed-state';

/** What a form handler needs beside the form, bound to one request. */
export interface FormServices {
  createToken(form: TokenForm): string;
  verifyToken(form: TokenForm, token: string): FormToken;
  seal(value: unknown): string;
  unseal(sealed: string): Unsealed;
  /** The sender's network as the CMS may know it: a keyed hash; null if it is not known. */
  readonly network: string | null;
  /** Counts one request of the sender's network: 0, or the seconds to wait. */
  consume(limit: LimitName): number;
}

/** The clocks that forms need, in milliseconds. */
interface FormClocks {
  /** The time of day, as a whole number: form tokens and sealed states outlive the process. */
  readonly now: () => number;
  /** Never set back, so that no wait becomes longer. */
  readonly steadyNow: () => number;
}

/** Creates the form services of this process; `forRequest` binds them to one request. */
export function createFormServices(
  settings: Pick<Settings, 'webToken' | 'behindProxy' | 'formLimits'>,
  { now, steadyNow }: FormClocks,
) {
  const tokenKey = deriveKey('form token', settings.webToken);
  const sealKey = deriveKey('sealed state', settings.webToken);
  const networkKey = deriveKey('network', settings.webToken);
  const limiter = new RateLimiter({ now: steadyNow, isOff: !settings.formLimits });
  const cleaning = setInterval(() => {
    limiter.deleteExpired();
  }, 60_000).unref();
  const createToken = (form: TokenForm) => createFormToken(tokenKey, form, now());
  return {
    createToken,
    forRequest: (req: IncomingMessage): FormServices => ({
      network: hashNetwork(networkKey, networkOfRequest(req, settings.behindProxy)),
      createToken,
      verifyToken: (form, token) => verifyFormToken(tokenKey, form, token, now()),
      seal: (value) => seal(sealKey, value, now()),
      unseal: (sealed) => unseal(sealKey, sealed, now()),
      consume: (limit) => limiter.consume(limit, networkOfRequest(req, settings.behindProxy)),
    }),
    close: () => {
      clearInterval(cleaning);
    },
  };
}
