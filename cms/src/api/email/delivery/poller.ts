export interface Poller {
  start: () => void;
  /** Starts a round now, or after the one in progress. */
  wake: () => void;
  /** Starts no more rounds; resolves when the last one is over. */
  stop: () => Promise<void>;
}

/** Runs `round` when woken, else every `every` milliseconds, one at a time; passes errors to `failed`. */
export const createPoller = (round: () => Promise<void>, every: number, failed: (error: unknown) => void): Poller => {
  let running = false;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let underWay = Promise.resolve();

  const run = async (): Promise<void> => {
    while (running && again) {
      again = false;
      await round().catch(failed);
    }
  };
  let busy = false;
  const wake = (): void => {
    again = true;
    if (!running || busy) return;
    busy = true;
    clearTimeout(timer);
    underWay = run().finally(() => {
      busy = false;
      if (running) timer = setTimeout(wake, every);
    });
  };
  return {
    start: () => {
      running = true;
      wake();
    },
    wake,
    stop: async () => {
      running = false;
      clearTimeout(timer);
      await underWay;
    },
  };
};
