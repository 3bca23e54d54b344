import { useState } from 'react';
import type { Result } from './ActionResult';
import { faultInWords } from './error-messages';

/**
 * Does one thing at a time and keeps what it came to; what fails is told in words, and whether it went well is given back.
 * Null: it went well, and what is shown says so itself.
 */
export const useActs = () => {
  const [result, setResult] = useState<Result | null>(null);
  const [busy, setBusy] = useState(false);
  const act = async (work: () => Promise<Result | null>): Promise<boolean> => {
    setBusy(true);
    const came = await work().catch((error: unknown) => ({ says: faultInWords(error), good: false }));
    setResult(came);
    setBusy(false);
    return came?.good ?? true;
  };
  return { result, busy, act };
};
