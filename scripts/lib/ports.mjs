import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import net from 'node:net';
import { UnusableSetting, UserFacingError } from './console.mjs';

const unknownHost = (host, code) =>
  `HOST must be an address of this machine, such as 127.0.0.1 or 0.0.0.0, not “${host}” (${code}): change it in .env or the environment.`;

const isFree = (port, host) =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(true);
      else if (/^(?:ENOTFOUND|EAI_AGAIN)$/.test(error.code)) reject(new UnusableSetting(unknownHost(host, error.code)));
      else reject(new UserFacingError(`Nothing can listen on port ${port} of this machine (${error.code}).`));
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });

const listening = '0A';

/** The inodes of the sockets that listen on a port, as Linux lists them. */
function listeningInodes(port) {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => {
    let lines = [];
    try {
      lines = readFileSync(file, 'utf8').split('\n').slice(1);
    } catch {
      // Another system, or no IPv6.
    }
    return lines
      .map((line) => line.trim().split(/\s+/))
      .filter((columns) => columns[1]?.endsWith(`:${wanted}`) && columns[3] === listening)
      .map((columns) => columns[9]);
  });
}

function hasSocket(pid, inodes) {
  try {
    const folder = `/proc/${pid}/fd`;
    return readdirSync(folder).some((fd) => {
      try {
        const [, inode] = /^socket:\[(\d+)\]$/.exec(readlinkSync(`${folder}/${fd}`)) ?? [];
        return inode !== undefined && inodes.includes(inode);
      } catch {
        return false;
      }
    });
  } catch {
    // Somebody else's process, or one that has just ended.
    return false;
  }
}

function pidOnLinux(port) {
  const inodes = listeningInodes(port);
  if (inodes.length === 0) return null;
  return readdirSync('/proc').find((name) => /^\d+$/.test(name) && hasSocket(name, inodes)) ?? null;
}

/** Asks `lsof`, which macOS brings. */
function pidByLsof(port) {
  const { stdout } = spawnSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-t'], { encoding: 'utf8' });
  return /^\d+/.exec(stdout ?? '')?.[0] ?? null;
}

/** Finds the process that listens on a port: its id and command line; null if that cannot be told. */
export function portHolder(port) {
  const pid = process.platform === 'linux' ? pidOnLinux(port) : pidByLsof(port);
  if (pid === null) return null;
  const { stdout } = spawnSync('ps', ['-o', 'args=', '-p', pid], { encoding: 'utf8' });
  return { pid: Number(pid), command: (stdout ?? '').trim() };
}

function howToFree(port) {
  const holder = portHolder(port);
  if (!holder) return 'stop the program that uses it';
  const command = holder.command ? ` (${holder.command.slice(0, 120)})` : '';
  return `process ${holder.pid}${command} uses it; end it with \`kill ${holder.pid}\``;
}

/**
 * Checks that nothing listens on a port of this machine, in IPv4 and IPv6.
 * @param {string} server what is to start there, e.g. "the CMS"
 * @param {string} setting the name of the setting to change
 * @param {string} host the address that it will listen on
 * @throws {UserFacingError} when the port is in use, with the process that uses it
 */
export async function requireFreePort(port, server, setting, host) {
  for (const address of new Set(['127.0.0.1', '::1', host])) {
    if (await isFree(port, address)) continue;
    throw new UserFacingError(
      `Port ${port} is already in use, so ${server} can’t start there: ${howToFree(port)}, or set ${setting} to an address with another port (in .env or the environment).`,
    );
  }
}

/**
 * Returns where this machine reaches a server that listens on `host`: an address that stands for all of them is none to
 * connect to.
 */
export function reachableHost(host) {
  if (host === '' || host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return net.isIPv6(host) ? `[${host}]` : host;
}
