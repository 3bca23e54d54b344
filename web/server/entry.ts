import { createServer, STATUS_CODES } from 'node:http';
import { toNodeListener } from 'h3';
import { useNitroApp } from 'nitropack/runtime';
import { sendConsoleToLog } from './console-to-log';
import { reasonOf } from './failure-reason';
import { sendIfFresh } from './http/pipeline';
import { describeError, log, onceAMinute } from './log';
import { closeToOthers } from './private-folder';
import { site } from './site';

/** How long requests in flight may still take after the process was asked to stop, in milliseconds. */
const shutdownTimeoutMs = 10_000;

// Whatever this process writes is for its owner alone.
process.umask(0o077);
sendConsoleToLog(log);

const nitro = useNitroApp();
const { settings, security, pages, createToken } = site();
const handle = toNodeListener(nitro.h3App);
closeToOthers(settings.dataDir);
const server = createServer(
  {
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    // Longer than front servers keep idle connections, so that they close them first.
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: 5000,
  },
  (req, res) => {
    try {
      if (!sendIfFresh({ pages, createToken }, req, res)) void handle(req, res);
    } catch (error) {
      log.error('A page from the cache could not be sent.', describeError(error));
      res.destroy();
    }
  },
);

const warnOnceAMinute = onceAMinute(log.warn);

/** Input that is no HTTP request never reaches the request pipeline, but is answered with the same headers. */
server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const status = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[error.code ?? ''] ?? 400;
  const headers = security.reduce((lines, part, at) => lines + part + (at % 2 === 0 ? ': ' : '\r\n'), '');
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n${headers}\r\n`,
  );
});

server.on('error', (error: NodeJS.ErrnoException) => {
  // Once it listens, a connection that could not be accepted, as when too many files are open, is one of many.
  if (server.listening) return warnOnceAMinute(`A connection could not be accepted (${reasonOf(error)}).`);
  const why =
    error.code === 'EADDRINUSE'
      ? 'another program is using it; stop that program, or set SITE_URL or SITE_PORT to another port'
      : error.message;
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
  }, shutdownTimeoutMs);
  server.close(() => {
    clearInterval(idle);
    clearTimeout(force);
    void nitro.hooks
      .callHook('close')
      .catch((error: unknown) => {
        log.error('The site could not shut down cleanly.', describeError(error));
      })
      .finally(() => process.exit(0));
  });
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// A starter that was killed cannot stop this process, which would hold the port for ever; its output has no reader then.
process.on('disconnect', stop);
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
process.on('unhandledRejection', (error) => {
  log.error('Something in the background failed.', describeError(error));
});
// It may have left things half done, so the process ends, as Node would end it; Node would print its words as well.
process.on('uncaughtException', (error) => {
  log.error('The site ends because of an error that nobody caught.', describeError(error));
  process.exit(1);
});

server.listen(settings.port, settings.host, () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : settings.port;
  log.info(`The site is running: ${settings.siteUrl} (listening on ${settings.host}:${port})`);
});
