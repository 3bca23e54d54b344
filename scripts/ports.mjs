import net from 'node:net';
import { Mendable } from './say.mjs';

const isFree = (port, host) =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });

/** Throws one plain sentence when something else already listens on `port` of this machine. `setting` is what to change. */
export async function needFreePort(port, what, setting) {
  for (const host of ['127.0.0.1', '::1']) {
    if (await isFree(port, host)) continue;
    throw new Mendable(
      `Port ${port} is already in use, so ${what} can’t start there: stop what uses it, or set ${setting} to an address with another port (in .env or the environment).`,
    );
  }
}
