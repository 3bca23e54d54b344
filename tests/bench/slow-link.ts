import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What a link can do; times in milliseconds, capacity in bytes per millisecond. */
export interface Link {
  roundTrip: number;
  capacity: number;
}

/** What a link carries at once: an Ethernet frame's worth. */
const packetBytes = 1400;

/**
 * Stands before a server as a poor connection would: everything takes half a round trip, what comes back shares one
 * capacity, packet after packet, and each connection costs a round trip before it carries anything. Browsers' own
 * emulation knows no connections and hands over a body in one piece, when a real one has long begun to be read.
 *
 * @param to the server's port on 127.0.0.1
 * @returns where it listens, e.g. `http://127.0.0.1:40123`
 */
export async function slowLink(to: number, { roundTrip, capacity }: Link): Promise<{ url: string; stop: () => void }> {
  let freeAt = 0;
  const sockets = new Set<Socket>();
  const deliver = async (packet: Buffer, client: Socket) => {
    const now = performance.now();
    freeAt = Math.max(now, freeAt) + packet.length / capacity;
    await pause(freeAt - now + roundTrip / 2);
    if (client.writable) client.write(packet);
  };
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ port: to, host: '127.0.0.1', noDelay: true });
    const established = performance.now() + roundTrip;
    let delivered = Promise.resolve();
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.once('error', () => undefined).once('close', () => sockets.delete(socket));
    }
    client.on('data', (sent) => {
      const takes = Math.max(0, established - performance.now()) + roundTrip / 2;
      setTimeout(() => upstream.writable && upstream.write(sent), takes);
    });
    upstream.on('data', (answer: Buffer) => {
      for (let at = 0; at < answer.length; at += packetBytes) {
        const arrived = deliver(answer.subarray(at, at + packetBytes), client);
        delivered = Promise.all([delivered, arrived]).then(() => undefined);
      }
    });
    upstream.once('end', () => void delivered.then(() => client.end()));
    client.once('close', () => upstream.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
