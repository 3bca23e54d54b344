const renewal = /\/admin\/access-token$/;
/** Milliseconds before the first and every later attempt, at most. */
const firstPause = 500;
const longestPause = 15_000;

/**
 * Lets the admin wait while its session can't be renewed because of the network, a restart, or because the page is
 * being left. Strapi takes every failure of that request for the end of the session: it signs the person out, in all
 * tabs, with what they typed. Only an answer of the CMS ends a session.
 */
export const renewPatiently = (): void => {
  const send = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    if (typeof input !== 'string' || !renewal.test(input)) return send(input, init);
    for (let pause = firstPause; ; pause = Math.min(2 * pause, longestPause)) {
      const response = await send(input, init).catch(() => null);
      if (response !== null && response.status < 500) return response;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  };
};
