export interface ErrorPageCopy {
  title: string;
  /** What happened, without details that would only help an attacker. */
  explanation: string;
  advice: string;
}

const notFound: ErrorPageCopy = {
  title: 'Page not found',
  explanation: 'There may be a typing mistake in the address, or the page has been taken down.',
  advice: 'If you typed the address, check it. You can find everything we publish from the home page.',
};
const unavailable: ErrorPageCopy = {
  title: 'This page isn’t available right now',
  explanation: 'Part of the site isn’t responding. It isn’t your fault, and nothing you sent has been lost.',
  advice: 'Please try again in a few minutes. Pages that other people have read today may still open.',
};
const serverError: ErrorPageCopy = {
  title: 'Something went wrong',
  explanation: 'The problem is on our side. It has been logged for the people who look after the site.',
  advice: 'Please try again. If it keeps happening, we need to fix it first; the rest of the site should still work.',
};
const tooManyRequests: ErrorPageCopy = {
  title: 'Too many requests',
  explanation: 'The site has received a lot of requests from your connection.',
  advice: 'Please wait a minute, then try again.',
};

/** Returns what an error page says for an HTTP status. */
export function errorPageCopy(status: number): ErrorPageCopy {
  if (status === 429) return tooManyRequests;
  if (status === 503) return unavailable;
  return status >= 400 && status < 500 ? notFound : serverError;
}
