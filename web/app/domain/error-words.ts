export interface ErrorWords {
  title: string;
  /** What happened, without a detail that helps nobody but an attacker. */
  what: string;
  next: string;
}

const notHere: ErrorWords = {
  title: 'There is no page here',
  what: 'The address may have a typing mistake in it, or what stood here was taken down.',
  next: 'If you typed the address, have another look at it. Everything that is published can be found from the home page.',
};
const later: ErrorWords = {
  title: 'This page can’t be shown just now',
  what: 'Something behind the site isn’t answering. It is not your fault, and nothing that you sent is lost because of it.',
  next: 'Please try again in a few minutes. What others have read today is often still readable.',
};
const wrong: ErrorWords = {
  title: 'Something went wrong here',
  what: 'The fault is on our side. It has been noted for the people who look after the site.',
  next: 'Please try again. If it happens a second time, it will need mending first; the rest of the site should still be there.',
};
const tooMany: ErrorWords = {
  title: 'Too much at once',
  what: 'A great many requests came from where you are, so the site is taking a breath.',
  next: 'Please wait a minute, then try again.',
};

/** What an error page says for an HTTP status: calmly, plainly, and what to do next. */
export function errorWords(status: number): ErrorWords {
  if (status === 429) return tooMany;
  if (status === 503) return later;
  return status >= 400 && status < 500 ? notHere : wrong;
}
