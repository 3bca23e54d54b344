import { isRecord } from 'shared';

/** Why a request of the admin failed, where the CMS itself wrote no sentence about it. */
const sentences = {
  offline: 'There is no connection.',
  silent: 'The website’s server did not answer.',
  intercepted: 'Something else answered instead of the website. Does the network want you to sign in first?',
  failed: 'The website can’t do this right now.',
  tooLarge: 'This is too much to send at once.',
  fileTooLarge: 'The picture or file is too large for the server.',
  tooOften: 'That was too much in a short time. Please wait a few minutes.',
  forbidden: 'Your account isn’t allowed to do this.',
  gone: 'This no longer exists. It may have been removed.',
} as const;

interface Failure {
  status: number;
  name: string;
  message: string;
}

/** Returns an answer as the CMS gives it when something fails. */
export const failureAnswer = (failure: Failure, details: unknown = {}): Response =>
  new Response(JSON.stringify({ data: null, error: { ...failure, details } }), {
    status: failure.status,
    headers: { 'content-type': 'application/json' },
  });

const unanswered = (message: string): Response => failureAnswer({ status: 503, name: 'NotAnswered', message });

/** Returns the sentence for a status that says enough by itself; null where the CMS's own words count. */
const sentenceFor = (status: number, isUpload: boolean): string | null => {
  if (status === 413) return isUpload ? sentences.fileTooLarge : sentences.tooLarge;
  if (status === 403) return sentences.forbidden;
  if (status === 404) return sentences.gone;
  return status >= 500 ? sentences.failed : null;
};

/** What something between the browser and the CMS answered: a front server, or a network that wants one to sign in. */
const explainForeign = (status: number, isUpload: boolean): Response => {
  const tooLarge = isUpload ? sentences.fileTooLarge : sentences.tooLarge;
  if (status === 413) return failureAnswer({ status, name: 'PayloadTooLargeError', message: tooLarge });
  if (status === 429) return failureAnswer({ status, name: 'RateLimitError', message: sentences.tooOften });
  if (status === 401) return failureAnswer({ status, name: 'UnauthorizedError', message: sentences.silent });
  return unanswered(status < 400 ? sentences.intercepted : sentences.silent);
};

/**
 * Returns what the admin is to see of an answer to one of its requests: the answer itself, or a failure in plain words
 * where the CMS's words are technical, or where it was not the CMS that answered.
 *
 * @param isUpload pictures or files were sent
 */
export const explainAnswer = async (answer: Response, isUpload = false): Promise<Response> => {
  const { status } = answer;
  if (status === 204) return answer;
  if (!/\bjson\b/.test(answer.headers.get('content-type') ?? '')) return explainForeign(status, isUpload);
  const message = answer.ok ? null : sentenceFor(status, isUpload);
  if (message === null) return answer;
  const body: unknown = await answer.json().catch(() => null);
  const error = isRecord(body) && isRecord(body.error) ? body.error : {};
  const name = typeof error.name === 'string' ? error.name : 'Error';
  return failureAnswer({ status, name, message }, error.details);
};

/** Returns what the admin is to see when no answer came at all. */
export const explainSilence = (isOnline: boolean): Response =>
  unanswered(isOnline ? sentences.silent : sentences.offline);

const wantsJson = ({ headers }: RequestInit): boolean => /\bjson\b/.test(new Headers(headers).get('accept') ?? '');

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/**
 * Has every failed request of the admin say its cause in plain words, whoever sends it: Strapi's pages show the words of
 * an error as they are, and take an empty answer for success.
 */
export const explainAnswers = (): void => {
  const fetchIt = window.fetch.bind(window);
  window.fetch = async (input, init = {}) => {
    // Strapi asks its API by address, and says that it wants JSON.
    if (input instanceof Request || !wantsJson(init)) return fetchIt(input, init);
    try {
      return await explainAnswer(await fetchIt(input, init), init.body instanceof FormData);
    } catch (error) {
      if (isAbort(error)) throw error;
      return explainSilence(navigator.onLine);
    }
  };
};
