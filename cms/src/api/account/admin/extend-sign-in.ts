// Adds this project's own requests to Strapi's API, so that they can be extended here.
import '#src/admin/components/admin-api';
import { adminApi, getFetchClient } from '@strapi/strapi/admin';
import { type SignInNeed, signInNeeds } from 'shared';
import { z } from 'zod';
import { ask, offerSecondFactor, type Question } from './ask';
import { announceSignIn } from './signed-in-elsewhere';

/** A request of Strapi's API in the admin. */
interface AdminRequest {
  url: string;
  method: string;
  data?: object;
}

type Answer = { data: unknown; error?: undefined } | { data?: undefined; error: unknown };
type Send = (request: AdminRequest) => Promise<Answer>;

/** The part of RTK Query's definition of an endpoint that is replaced here. */
interface Endpoint {
  query?: (args: unknown) => AdminRequest;
  transformResponse?: (response: unknown, meta: unknown, args: unknown) => unknown;
  queryFn?: (args: unknown, api: unknown, options: unknown, send: Send) => Promise<Answer>;
}

const questions: Readonly<Record<SignInNeed, Question & { field: string }>> = {
  'second-factor': {
    field: 'code',
    title: 'Enter your code',
    text: 'Enter the 6 digits that your authenticator app shows for this site. Without your phone, enter one of your recovery codes.',
    label: 'Code',
    type: 'text',
    autoComplete: 'one-time-code',
    button: 'Continue',
  },
  'current-password': {
    field: 'currentPassword',
    title: 'Enter your password',
    text: 'To make this change, enter the password that you sign in with.',
    label: 'Your current password',
    type: 'password',
    autoComplete: 'current-password',
    button: 'Continue',
  },
};

const refusal = z.object({ message: z.string(), details: z.object({ needs: z.enum(signInNeeds) }) });

/**
 * Sends a request; if the CMS needs a code or the current password, asks for it and sends the request again, until it
 * is accepted or the person gives up. Strapi's own form waits meanwhile, with all that was typed.
 */
export const sendAndAsk = async (request: AdminRequest, send: Send): Promise<Answer> => {
  let answer = await send(request);
  let given: Record<string, string> = {};
  for (let attempt = 1; ; attempt += 1) {
    const { data: refused } = refusal.safeParse(answer.error);
    if (refused === undefined) return answer;
    const { field, ...question } = questions[refused.details.needs];
    // A form with such a field shows the error there.
    if (attempt === 1 && request.data && field in request.data) return answer;
    const typed = await ask({ ...question, ...(field in given && { error: refused.message }) });
    if (typed === null) return answer;
    given = { ...given, [field]: typed };
    answer = await send({ ...request, data: { ...request.data, ...given } });
  }
};

const withQuestions =
  (afterwards: (data: unknown) => void = () => undefined) =>
  (endpoint: Endpoint): void => {
    const { query, transformResponse = (response: unknown) => response } = endpoint;
    if (query === undefined) return;
    delete endpoint.query;
    delete endpoint.transformResponse;
    endpoint.queryFn = async (args, _api, _options, send) => {
      const answer = await sendAndAsk(query(args), send);
      if (answer.error !== undefined) return answer;
      const data = transformResponse(answer.data, undefined, args);
      afterwards(data);
      return { data };
    };
  };

const signedIn = z.object({ user: z.object({ email: z.string() }), offersSecondFactor: z.boolean().optional() });

/** Tells the other tabs, and offers two-step sign-in once after the first sign-in. */
const afterSignIn = (data: unknown): void => {
  const { data: session } = signedIn.safeParse(data);
  if (session === undefined) return;
  announceSignIn(session.user.email);
  if (session.offersSecondFactor !== true) return;
  void offerSecondFactor().then(async (wanted) => {
    if (wanted) window.location.assign(`${window.location.pathname.replace(/\/admin.*$/, '')}/admin/settings/two-step`);
    else await getFetchClient().post('/quiet-room/account/second-factor/skip');
  });
};

interface Endpoints {
  login: Endpoint;
  resetPassword: Endpoint;
  updateMe: Endpoint;
  createUser: Endpoint;
  updateUser: Endpoint;
  deleteManyUsers: Endpoint;
  /** Of this project's own endpoints. */
  quietRoomAction: Endpoint;
}

/**
 * Extends the requests to sign in and to change accounts, which have no place for a code or the current password, and
 * those of this project's own pages. What content is saved with is extended in `admin/saving`.
 *
 * @see https://redux-toolkit.js.org/rtk-query/usage/code-splitting#enhancing-endpoints
 */
export const extendSignIn = (): void => {
  const api = adminApi as unknown as {
    enhanceEndpoints(extension: { endpoints: { [Name in keyof Endpoints]: (endpoint: Endpoint) => void } }): void;
  };
  api.enhanceEndpoints({
    endpoints: {
      login: withQuestions(afterSignIn),
      resetPassword: withQuestions(),
      updateMe: withQuestions(),
      createUser: withQuestions(),
      updateUser: withQuestions(),
      deleteManyUsers: withQuestions(),
      quietRoomAction: withQuestions(),
    },
  });
};
