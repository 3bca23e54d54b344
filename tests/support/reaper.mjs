// Started by running.ts. Reads `+<pid> <signal>` and `-<pid>` from the test runner; when that is gone, however it
// ended, signals the processes that it has left behind.
import { createInterface } from 'node:readline';

const signals = new Map();
createInterface({ input: process.stdin })
  .on('line', (line) => {
    const [pid, signal] = line.slice(1).split(' ');
    if (line.startsWith('+')) signals.set(Number(pid), signal);
    else signals.delete(Number(pid));
  })
  .on('close', () => {
    for (const [pid, signal] of signals) {
      try {
        process.kill(pid, signal);
      } catch {
        // It has ended by itself.
      }
    }
  });
// Ctrl-C reaches it, too: its input ends a moment later.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
