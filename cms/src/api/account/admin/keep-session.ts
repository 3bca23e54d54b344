import { storeToken } from '@strapi/strapi/admin';
import { z } from 'zod';
import { explainSilence, failureAnswer } from '#src/admin/components/plain-answers';
import { ask, type Question } from './ask';
import { sendAndAsk } from './extend-sign-in';
import { announceSignIn, signInElsewhere } from './signed-in-elsewhere';

const refreshPath = '/admin/access-token';

const signedIn = z.object({ data: z.object({ token: z.string() }) });
const refusal = z.object({ error: z.looseObject({ message: z.string() }) });
const me = z.object({ data: z.object({ email: z.string() }) });

/** Of the account that is signed in, so that its password is enough to go on. */
let email: string | null = null;

/** Where Strapi's admin finds the CMS; empty for its own origin. */
const backendUrl = (): string => z.object({ backendURL: z.string() }).parse(window.strapi).backendURL;

const json = (status: number, body: object): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

/**
 * The answer to a request while nobody is signed in: with 401, Strapi would leave the page, and what is typed there.
 */
const signedOut = (): Response => failureAnswer({ status: 503, name: 'SignedOut', message: 'You are signed out.' });

const post = (fetchIt: typeof fetch, path: string, body: object): Promise<Response> =>
  fetchIt(backendUrl() + path, {
    method: 'POST',
    credentials: 'include',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/**
 * Asks for the password, and for a code where the account has two steps, until they are right, or another tab has
 * signed in; false: not now.
 */
const signInAbovePage = async (fetchIt: typeof fetch, account: string, elsewhere: AbortSignal): Promise<boolean> => {
  const device = localStorage.getItem('strapi.admin.deviceId');
  for (let error: string | undefined; ;) {
    const question: Question = {
      title: 'Please sign in again',
      text: `Your session has ended. What you typed is still here. Sign in as ${account} to go on.`,
      label: 'Your password',
      type: 'password',
      autoComplete: 'current-password',
      button: 'Sign in',
      ...(error !== undefined && { error }),
    };
    const password = await ask(question, elsewhere);
    if (password === null) return elsewhere.aborted;
    const sent = { email: account, password, ...(device !== null && { deviceId: device }) };
    const answer = await sendAndAsk({ url: '/admin/login', method: 'POST', data: sent }, async ({ url, data = {} }) => {
      const response = await post(fetchIt, url, data);
      const body = (await response.json().catch(() => ({}))) as { error?: unknown };
      return response.ok ? { data: body } : { error: body.error ?? {} };
    });
    const { data: session } = signedIn.safeParse(answer.data);
    if (session !== undefined) {
      storeToken(session.data.token);
      announceSignIn(account);
      return true;
    }
    error = refusal.safeParse(answer).data?.error.message ?? 'That didn’t work. Please try again.';
  }
};

/** The token that is stored now, as Strapi stores it. */
const storedToken = (): string | null => {
  const kept = localStorage.getItem('jwtToken');
  if (kept !== null) return z.string().safeParse(JSON.parse(kept)).data ?? null;
  return /(?:^|; )jwtToken=([^;]*)/.exec(document.cookie)?.[1] ?? null;
};

type Refreshed = 'refreshed' | 'ended' | 'unavailable';

/** Gets a new token for the session. One tab does so at a time: each of them takes the place of the one before. */
const refreshNow = async (fetchIt: typeof fetch, old: string | null): Promise<Refreshed> => {
  const stored = storedToken();
  if (stored !== null && stored !== old) return 'refreshed';
  const response = await post(fetchIt, refreshPath, {});
  if (response.status >= 500) return 'unavailable';
  const { data: session } = signedIn.safeParse(await response.json().catch(() => null));
  if (!response.ok || session === undefined) return 'ended';
  storeToken(session.data.token);
  return 'refreshed';
};

const refresh = (fetchIt: typeof fetch, old: string | null): Promise<Refreshed> => {
  // Browsers offer locks on secure pages only.
  const { locks } = navigator as { locks?: LockManager };
  const run = (): Promise<Refreshed> => refreshNow(fetchIt, old);
  return locks === undefined ? run() : locks.request('strapi-admin-access-token', run);
};

/** One question for all the requests that a page sends at once. */
let asking: Promise<boolean> | null = null;
const signInOnce = (fetchIt: typeof fetch): Promise<boolean> => {
  if (asking !== null) return asking;
  const account = email ?? '';
  const { signal, stop } = signInElsewhere(account);
  asking = signInAbovePage(fetchIt, account, signal).finally(() => {
    stop();
    asking = null;
  });
  return asking;
};

const isAuth = (path: string): boolean => /^\/admin\/(?:login|logout|access-token)\b/.test(path);
const isOnSignInPage = (): boolean => window.location.pathname.includes('/admin/auth/');

/** Milliseconds before the first and every later attempt, at most. */
const firstPause = 500;
const longestPause = 15_000;

/** Sends a request again while the CMS can't be reached: nothing else of a page that is loading would work either. */
const sendPatiently = async (send: () => Promise<Response>): Promise<Response> => {
  for (let pause = firstPause; ; pause = Math.min(2 * pause, longestPause)) {
    const response = await send();
    if (response.status < 500) return response;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
};

/**
 * Strapi's own renewal of a session that is in use: it takes every failure for the end of the session, and signs out in
 * all tabs. A restart of the CMS, a lost connection or a page that is being left must not do that.
 */
const keepRenewing = async (fetchIt: typeof fetch, send: () => Promise<Response>): Promise<Response> => {
  if (email === null) return sendPatiently(send);
  const response = await send();
  if (response.ok || isOnSignInPage()) return response;
  if (response.status < 500) await signInOnce(fetchIt);
  // The token that there is: the next request asks again.
  return json(200, { data: { token: storedToken() } });
};

/** Notes who is signed in. */
const noteAccount = async (response: Response): Promise<void> => {
  if (response.ok) email = me.safeParse(await response.clone().json()).data?.data.email ?? email;
};

/** Sends a request again that was answered with 401, when there is a new token for it. */
const sendAgain = async (fetchIt: typeof fetch, url: string | URL, init: RequestInit = {}): Promise<Response> => {
  const headers = new Headers(init.headers);
  const outcome = await refresh(fetchIt, headers.get('authorization')?.replace(/^Bearer /, '') ?? null);
  if (outcome === 'unavailable') return explainSilence(navigator.onLine);
  if (outcome === 'ended' && !(await signInOnce(fetchIt))) return signedOut();
  headers.set('authorization', `Bearer ${storedToken()}`);
  return fetchIt(url, { ...init, headers });
};

/**
 * Lets people sign in above the page when their session has ended, and sends the request again. Strapi would go to the
 * sign-in page, and everything that was typed would be gone; also when the CMS can't be reached for a moment. Failures
 * come as answers already (`plain-answers.ts`).
 */
export const keepSession = (): void => {
  const fetchIt = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const send = (): Promise<Response> => fetchIt(input, init);
    // Strapi asks its API by address.
    if (input instanceof Request) return send();
    const { origin, pathname } = new URL(input, window.location.href);
    if (origin !== new URL(backendUrl() || '/', window.location.href).origin) return send();
    if (pathname === refreshPath) return keepRenewing(fetchIt, send);
    const response = await send();
    if (pathname === '/admin/users/me') await noteAccount(response);
    const isKept = email !== null && !isAuth(pathname) && !isOnSignInPage();
    return response.status === 401 && isKept ? sendAgain(fetchIt, input, init) : response;
  };
};
