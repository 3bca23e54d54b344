import type { Page, Route } from 'playwright-core';

/** A way in which what was typed may be lost while it is being sent. */
export interface WayToLoseText {
  name: string;
  /** Makes the next sending fail. */
  begin: (page: Page, request: RegExp) => Promise<void>;
  /** What the form says then. */
  says: string;
  mend?: (page: Page) => Promise<void>;
}

/** Answers the next sending in the place of the CMS, or of the proxy before it. */
const answerOnce = async (page: Page, request: RegExp, answer: (route: Route) => Promise<void>): Promise<void> => {
  let isAnswered = false;
  await page.route(request, async (route) => {
    if (isAnswered || !['PUT', 'POST'].includes(route.request().method())) return route.fallback();
    isAnswered = true;
    return answer(route);
  });
};

const answeredWith =
  (status: number, body: string | object): WayToLoseText['begin'] =>
  (page, request) =>
    answerOnce(page, request, (route) =>
      route.fulfill(typeof body === 'string' ? { status, contentType: 'text/html', body } : { status, json: body }),
    );

const noAnswer = 'The website’s server did not answer.';

/** No two neighbours say the same. */
export const waysToLoseText: readonly WayToLoseText[] = [
  {
    name: 'the answer is lost on the way',
    begin: (page, request) =>
      answerOnce(page, request, async (route) => {
        await route.fetch();
        await route.abort();
      }),
    says: noAnswer,
  },
  {
    name: 'there is no connection',
    begin: (page) => page.context().setOffline(true),
    says: 'There is no connection.',
    mend: (page) => page.context().setOffline(false),
  },
  { name: 'a proxy answers 503', begin: answeredWith(503, '<h1>No</h1>'), says: noAnswer },
  {
    name: 'the CMS answers 500',
    begin: answeredWith(500, { data: null, error: { status: 500, name: 'InternalServerError', message: 'Oops' } }),
    says: 'The website can’t do this right now.',
  },
  {
    name: 'a proxy finds it too large',
    begin: answeredWith(413, '<h1>No</h1>'),
    says: 'This is too much to send at once.',
  },
  {
    name: 'another network answers',
    begin: answeredWith(200, '<h1>Sign in to the train</h1>'),
    says: 'Something else answered instead of the website.',
  },
];

/** Ends the session of a browser: what is sent next needs the password. */
export const endSession = (page: Page): Promise<void> => page.context().clearCookies();

/** Lets the access token of a browser expire: what is sent next needs another one, which the session gets. */
export const expireToken = async (page: Page): Promise<void> => {
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'jwtToken');
  if (cookie === undefined) throw new Error('Nobody is signed in.');
  await page.context().addCookies([{ ...cookie, value: 'expired' }]);
};
