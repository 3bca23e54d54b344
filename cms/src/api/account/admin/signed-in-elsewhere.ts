import { z } from 'zod';

/** Between the tabs of this browser. They share the token, but none is told when another one gets it. */
const channel = new BroadcastChannel('quiet-room:signed-in');

const notice = z.object({ email: z.string() });

/** Tells the other tabs that an account has signed in. */
export const announceSignIn = (email: string): void => channel.postMessage({ email });

/** Returns a signal for when an account signs in in another tab, and what ends waiting for that. */
export const signInElsewhere = (email: string): { signal: AbortSignal; stop: () => void } => {
  const controller = new AbortController();
  const hear = ({ data }: MessageEvent): void => {
    if (notice.safeParse(data).data?.email === email) controller.abort();
  };
  channel.addEventListener('message', hear);
  return { signal: controller.signal, stop: () => channel.removeEventListener('message', hear) };
};
