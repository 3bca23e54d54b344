/** How long a CMS may take to start before that is worth a warning, in milliseconds. */
export const startingMs = 60_000;

interface LogParts {
  info: (message: string) => void;
  warn: (message: string) => void;
  /** Whether the CMS has answered this process at least once. */
  hasAnswered: () => boolean;
}

/**
 * Returns the function that logs when the CMS stops answering, and when it answers again. The site starts first, so a
 * CMS that has never answered is waited for; only after a minute is that a warning.
 */
export function createReachabilityLog({ info, warn, hasAnswered }: LogParts): (isReachable: boolean) => void {
  let waiting: NodeJS.Timeout | undefined;
  const sayThatItIsLate = (): void => {
    warn(
      'The CMS has not answered since the site was started, a minute ago: see its own log. Cached pages are served.',
    );
  };
  return (isReachable) => {
    if (isReachable) {
      info(waiting === undefined ? 'The CMS is available again.' : 'The CMS is available.');
      clearTimeout(waiting);
      waiting = undefined;
    } else if (hasAnswered()) {
      warn('The CMS is unavailable. Cached pages are still served.');
    } else {
      info('Waiting for the CMS to start. Cached pages are served.');
      waiting = setTimeout(sayThatItIsLate, startingMs);
      waiting.unref();
    }
  };
}
