import request from 'supertest';
import type { CmsHere } from './cms-in-process.ts';
import type { Login } from './cms-settings.ts';

/** Asks the admin's own API as somebody who has signed in there. */
export interface SignedIn {
  get: (path: string) => request.Test;
  post: (path: string) => request.Test;
  put: (path: string) => request.Test;
  del: (path: string) => request.Test;
}

/** Asks with an access token. */
export const signedInWith = ({ strapi }: CmsHere, token: string): SignedIn => {
  const server = strapi.server.httpServer;
  const as = (test: request.Test): request.Test => test.set('authorization', `Bearer ${token}`);
  return {
    get: (path) => as(request(server).get(path)),
    post: (path) => as(request(server).post(path)),
    put: (path) => as(request(server).put(path)),
    del: (path) => as(request(server).delete(path)),
  };
};

/** Signs in as the sign-in form does. */
export const signIn = async (cms: CmsHere, { email, password }: Login): Promise<SignedIn> => {
  const answer = await request(cms.strapi.server.httpServer).post('/admin/login').send({ email, password });
  const { data } = answer.body as { data?: { token?: string; accessToken?: string } };
  const token = data?.accessToken ?? data?.token;
  if (answer.status !== 200 || token === undefined)
    throw new Error(`${email} can’t sign in: ${answer.status} ${answer.text}`);
  return signedInWith(cms, token);
};

/** A schema of a contract. */
export interface Schema<T> {
  parse: (data: unknown) => T;
}

/** Sends a request that must succeed (200), and returns its `data` as the contract's schema parses it. */
export const dataOf = async <T>(schema: Schema<T>, sent: request.Test): Promise<T> =>
  schema.parse(((await sent.expect(200)).body as { data?: unknown }).data);
