import type { Server } from 'node:http';

/** Milliseconds. */
const longest = 10_000;
const lookAgain = 50;

/**
 * Stops accepting connections and waits until the requests that are under way are answered, ten seconds at most. Idle
 * connections are closed at once, and those of a kept-alive client as soon as its answer is out: else each would hold
 * the process for as long as the client likes.
 */
export const drain = async (server: Server): Promise<void> => {
  if (!server.listening) return;
  await new Promise<void>((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), lookAgain);
    const end = () => {
      clearInterval(sweep);
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(end, longest);
    server.close(end);
    server.closeIdleConnections();
  });
};
