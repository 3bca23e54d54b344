import { useAuth } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { newNonce } from './admin-api';
import { dropFromBrowser, keepInBrowser, keptForMs, readFromBrowser } from './kept-in-browser';

type Fields = Readonly<Record<string, string | null>>;

const unsentText = z.object({
  typed: z.record(z.string(), z.string().nullable()),
  /** In milliseconds since 1970. */
  typedAt: z.number(),
  nonce: z.string(),
});

/** Returns what was typed into a form and not sent, with nothing but the form's own fields; null if there is nothing. */
const readUnsent = <T extends Fields>(place: string, empty: T): { typed: T; nonce: string } | null => {
  const { data: kept } = unsentText.safeParse(readFromBrowser(place));
  if (kept === undefined || Date.now() - kept.typedAt > keptForMs) return null;
  const own = Object.entries(kept.typed).filter(([name]) => name in empty);
  return { typed: { ...empty, ...Object.fromEntries(own) }, nonce: kept.nonce };
};

const isTyped = (typed: Fields, empty: Fields): boolean =>
  Object.keys(empty).some((name) => (typed[name] ?? '').trim() !== (empty[name] ?? '').trim());

/** What is typed into a form of this project's own, which this browser keeps until it has been sent. */
export interface UnsentText<T extends Fields> {
  typed: T;
  change: (to: Partial<T>) => void;
  /** The idempotency key of the sending: the same for an attempt whose answer was lost. */
  nonce: string;
  /** The next attempt is another sending. */
  renewNonce: () => void;
  /** It was sent, or is to be forgotten. */
  clear: () => void;
  /** It was typed before, and put back when the page was opened. */
  isPutBack: boolean;
  /** It would be lost with the page: this browser keeps nothing, or nothing more. */
  isAtRisk: boolean;
}

/**
 * Keeps what is typed into a form of this project's own, for whatever may come between typing and sending: the way
 * back, a closed tab, a crash, a session that ended. It ends by sending, discarding or signing out.
 *
 * @param form names the form and what it belongs to, such as `reply:12`
 * @param empty what its fields hold at first
 */
export const useUnsentText = <T extends Fields>(form: string, empty: T): UnsentText<T> => {
  const account = useAuth('useUnsentText', ({ user }) => user?.id);
  const place = `text:${account}:${form}`;
  const [first] = useState(() => readUnsent(place, empty));
  const [typed, setTyped] = useState(first?.typed ?? empty);
  const [nonce, setNonce] = useState(() => first?.nonce ?? newNonce());
  const [isPutBack, setPutBack] = useState(first !== null);
  const [isAtRisk, setAtRisk] = useState(false);
  const isToKeep = isTyped(typed, empty);
  useEffect(() => {
    if (!isToKeep) dropFromBrowser(place);
    setAtRisk(isToKeep && !keepInBrowser(place, { typed, typedAt: Date.now(), nonce }));
  }, [place, typed, nonce, isToKeep]);
  return {
    typed,
    change: (to) => setTyped((before) => ({ ...before, ...to })),
    nonce,
    renewNonce: () => setNonce(newNonce()),
    clear: () => {
      // At once: the form may be gone before its next rendering.
      dropFromBrowser(place);
      setTyped(empty);
      setNonce(newNonce());
      setPutBack(false);
    },
    isPutBack: isPutBack && isToKeep,
    isAtRisk,
  };
};
