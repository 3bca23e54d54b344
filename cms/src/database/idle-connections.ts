import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';

interface Pool {
  numUsed: () => number;
  numPendingAcquires: () => number;
}

const roundMs = 20;
const quietRounds = 3;
const maxRounds = 75;

/**
 * Waits up to 1.5 seconds until no connection is in use. Strapi emits its events after the commit and reads the entry
 * again for them, without waiting: closing the connections at once would end the process with an error.
 */
export async function untilConnectionsIdle(strapi: Core.Strapi): Promise<void> {
  const { pool } = strapi.db.connection.client as { pool: Pool };
  for (let quiet = 0, rounds = 0; quiet < quietRounds && rounds < maxRounds; rounds++) {
    await pause(roundMs);
    quiet = pool.numUsed() + pool.numPendingAcquires() === 0 ? quiet + 1 : 0;
  }
}
