import { createRequire } from 'node:module';
import path from 'node:path';
import { Secret, TOTP } from 'otpauth';
import request from 'supertest';
import { type SignedIn, signedInWith } from './admin-api.ts';
import type { CmsHere } from './cms-in-process.ts';
import { type Login, top } from './cms-settings.ts';

/** Behind a front server, as which the test speaks: every attempt may come from a network of its own. */
export const behindProxy = { env: { TRUST_PROXY: 'true' } };

let networks = 0;
const nextNetwork = (): string => {
  networks += 1;
  return `10.${networks >> 8}.${networks & 255}.1`;
};

/** Posts to the admin as somebody who is not signed in, from a network that nobody came from before. */
export const postTo = ({ strapi }: CmsHere, path: string, body: object): request.Test =>
  request(strapi.server.httpServer).post(path).set('x-forwarded-for', nextNetwork()).send(body);

/** Tries to sign in; `code` is the second step. */
export const attempt = (cms: CmsHere, { email, password }: Login, code?: string): request.Test =>
  postTo(cms, '/admin/login', { email, password, ...(code !== undefined && { code }) });

interface SessionOfBrowser extends SignedIn {
  /** The cookie that gets new access tokens. */
  cookie: string;
}

/** Signs in on another device; the code is needed with two-step sign-in. */
export const signInOn = async (cms: CmsHere, login: Login, code?: string): Promise<SessionOfBrowser> => {
  const answer = await postTo(cms, '/admin/login', { ...login, ...(code !== undefined && { code }) });
  const token = (answer.body as { data?: { token?: string } }).data?.token;
  if (token === undefined) throw new Error(`${login.email} can’t sign in: ${answer.status} ${answer.text}`);
  return {
    ...signedInWith(cms, token),
    cookie: cookieOf(answer),
  };
};

/** The refresh cookie that an answer sets, or an empty text. */
export const cookieOf = (answer: request.Response): string => {
  const cookies: unknown = answer.headers['set-cookie'];
  return (
    (Array.isArray(cookies) ? cookies.map(String) : [])
      .map((cookie) => cookie.split(';')[0] ?? '')
      .find((cookie) => cookie.startsWith('strapi_admin_refresh=')) ?? ''
  );
};

/** Exchanges the refresh cookie for an access token; answers 401 when the session has ended. */
export const refresh = ({ strapi }: CmsHere, cookie: string): request.Test =>
  request(strapi.server.httpServer).post('/admin/access-token').set('cookie', cookie);

/** The code that an authenticator app shows, `periods` of 30 seconds from now. */
export const codeOf = (key: string, periods = 0): string =>
  new TOTP({ secret: Secret.fromBase32(key), algorithm: 'SHA1', digits: 6, period: 30 }).generate({
    timestamp: Date.now() + periods * 30_000,
  });

/** What the forms of the admin show: the field of an error and its message. */
export const fieldErrors = (answer: request.Response): Record<string, string> => {
  const { error } = answer.body as { error?: { details?: { errors?: { path: string[]; message: string }[] } } };
  return Object.fromEntries((error?.details?.errors ?? []).map(({ path, message }) => [path.join('.'), message]));
};

/** The library with which Strapi compares passwords and hashes. */
export const bcryptOfStrapi = () => {
  const inCms = createRequire(path.join(top, 'cms/package.json'));
  const inAdmin = createRequire(createRequire(inCms.resolve('@strapi/strapi')).resolve('@strapi/admin/strapi-server'));
  return inAdmin('bcryptjs') as {
    compare: (password: string, hash: string) => Promise<boolean>;
    hashSync: (password: string, rounds: number) => string;
  };
};
