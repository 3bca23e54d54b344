import { useCallback, useState } from 'react';
import type { z } from 'zod';
import type { ActionOutcome } from './ActionResult';
import { quietRoomApi } from './admin-api';
import { errorMessage } from './error-messages';

/**
 * Posts to an admin endpoint and returns what the contract's schema makes of the answer. Rejects with Strapi's API
 * error.
 */
export const useAdminPost = () => {
  const [post] = quietRoomApi.useQuietRoomActionMutation();
  return useCallback(
    async <Schema extends z.ZodType>(schema: Schema, path: string, body: object = {}): Promise<z.output<Schema>> =>
      schema.parse(await post({ path, body }).unwrap()),
    [post],
  );
};

/**
 * Runs one action at a time and keeps its outcome for `ActionResult`. `run` resolves with whether the action succeeded;
 * an action that resolves with null succeeded, and the page shows so itself. A rejected action becomes an error
 * sentence.
 */
export const useAdminAction = () => {
  const [outcome, setOutcome] = useState<ActionOutcome | null>(null);
  const [isBusy, setBusy] = useState(false);
  const run = async (action: () => Promise<ActionOutcome | null>): Promise<boolean> => {
    setBusy(true);
    const settled = await action().catch((error: unknown) => ({ message: errorMessage(error), succeeded: false }));
    setOutcome(settled);
    setBusy(false);
    return settled?.succeeded ?? true;
  };
  return { outcome, isBusy, run };
};

/** 128 random bits as base64url: the idempotency key of one submission, so that pressing a button twice sends once. */
export const newNonce = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
