import { createServer, STATUS_CODES } from 'node:http';
import { toNodeListener } from 'h3';
import { useNitroApp } from 'nitropack/runtime';
import { log } from './log';
import { site } from './site';

/** How long what is under way may still take when the process is asked to stop, in milliseconds. */
const stopping = 10_000;

const nitro = useNitroApp();
const { settings, security } = site();
const server = createServer(
  {
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    // Longer than front servers keep theirs, so that they are the ones to hang up.
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: 5000,
  },
  toNodeListener(nitro.h3App),
);

/** What can't even be read as a request never reaches the door, but gets the same headers. */
server.on('clientError', (problem: NodeJS.ErrnoException, socket) => {
  if (problem.code === 'ECONNRESET' || !socket.writable) return;
  const status = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[problem.code ?? ''] ?? 400;
  const headers = security.reduce((lines, part, at) => lines + part + (at % 2 === 0 ? ': ' : '\r\n'), '');
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n${headers}\r\n`,
  );
});

server.on('error', (problem: NodeJS.ErrnoException) => {
  const why =
    problem.code === 'EADDRINUSE'
      ? 'something else is using it; stop that, or set SITE_URL or SITE_PORT to another port'
      : problem.message;
  process.stderr.write(`The site can’t listen on ${settings.host}:${settings.port}: ${why}.\n`);
  process.exit(1);
});

let stopped = false;

function stop(): void {
  if (stopped) return;
  stopped = true;
  const idle = setInterval(() => {
    server.closeIdleConnections();
  }, 100);
  const force = setTimeout(() => {
    server.closeAllConnections();
  }, stopping);
  server.close(() => {
    clearInterval(idle);
    clearTimeout(force);
    void nitro.hooks
      .callHook('close')
      .catch((problem: unknown) => {
        log.error(String(problem));
      })
      .finally(() => process.exit(0));
  });
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('unhandledRejection', (problem) => {
  log.error(`A promise failed that nobody waited for: ${String(problem)}`);
});

server.listen(settings.port, settings.host, () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : settings.port;
  log.info(`The site is open: ${settings.siteUrl} (listening on ${settings.host}:${port})`);
});
