import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { isOneAddress } from '#src/api/email/domain/address';
import { classifyFailure, type Failure, nextAttempt } from '#src/api/email/domain/delivery-error';
import { claimDue, type Outcome, recordOutcome } from '#src/api/email/outbox/claims';
import type { EmailRow } from '#src/api/email/outbox/outbox';
import { withSecret } from '#src/api/email/secret-in-link';
import { messageOf, type Sender, type Transport } from './transport';

export interface Round {
  strapi: Core.Strapi;
  transport: Transport;
  sender: Sender;
  /** Identifies this process among those that send from the same database. */
  workerId: string;
  /** The time limit for one email from the first byte to the last, in milliseconds. */
  maxMs: number;
  /** Aborts when this process stops and can wait no longer. */
  stopping: AbortSignal;
}

/** How many are sent at the same time, so that one slow recipient does not hold up the others. */
const maxAtOnce = 4;

/** A lease outlasts the time limit by as long again, for clocks that differ and a machine that stalls. */
const leaseMsFor = (maxMs: number): number => 2 * maxMs;

const nameOf = (row: EmailRow): string =>
  `${new Date(row.queued_at).toISOString().replace(/[:.]/g, '-')}-${row.kind.replace(/[^a-z-]/g, '')}-${row.id}`;

interface Result {
  outcome: Outcome;
  /** The error is the server's, so other emails would fare no better now. */
  affectsEveryEmail: boolean;
}

const failed = (row: EmailRow, failure: Failure, now: Date): Result => {
  const { deliveryError, final, affectsEveryEmail } = classifyFailure(failure);
  const until = final ? null : nextAttempt(row.attempts, new Date(row.queued_at), now);
  return {
    affectsEveryEmail,
    outcome: until === null ? { kind: 'failed', deliveryError } : { kind: 'deferred', deliveryError, until },
  };
};

const attempt = async ({ strapi, transport, sender, maxMs, stopping }: Round, row: EmailRow): Promise<Result> => {
  if (row.expires_at !== null && new Date(row.expires_at) <= new Date())
    return { outcome: { kind: 'expired' }, affectsEveryEmail: false };
  if (!isOneAddress(row.to ?? ''))
    return { outcome: { kind: 'failed', deliveryError: 'invalid-address' }, affectsEveryEmail: false };
  try {
    const complete = await withSecret(strapi, row);
    if (complete === null) return { outcome: { kind: 'expired' }, affectsEveryEmail: false };
    await transport.post(
      messageOf(complete, sender),
      nameOf(row),
      AbortSignal.any([stopping, AbortSignal.timeout(maxMs)]),
    );
    return { outcome: { kind: 'sent' }, affectsEveryEmail: false };
  } catch (error) {
    if (stopping.aborted) return { outcome: { kind: 'interrupted' }, affectsEveryEmail: true };
    return failed(row, error as Failure, new Date());
  }
};

/** Records the outcome, retrying twice: an email whose outcome is not recorded will be sent a second time. */
const recordWithRetries = async ({ strapi, workerId }: Round, row: EmailRow, outcome: Outcome): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await recordOutcome(strapi, row.id, workerId, outcome, new Date());
    } catch (error) {
      if (tries === 3) throw error;
      await pause(500 * tries);
    }
  }
};

/**
 * Returns whether other emails would fare no better now. Never throws: the other emails of the round are in progress.
 */
const deliver = async (round: Round, row: EmailRow): Promise<boolean> => {
  const { log } = round.strapi;
  const { outcome, affectsEveryEmail } = await attempt(round, row);
  try {
    await recordWithRetries(round, row, outcome);
  } catch {
    log.error(`outbox, email ${row.id}, attempt ${row.attempts}: ${outcome.kind}, which could not be recorded`);
    return true;
  }
  if ('deliveryError' in outcome)
    log.warn(`outbox, email ${row.id}, attempt ${row.attempts}: ${outcome.deliveryError}, ${outcome.kind}`);
  return affectsEveryEmail;
};

/** Sends due emails until none is left, or until the server accepts none at all: then it waits for the next round. */
export const sendDue = async (round: Round): Promise<void> => {
  for (;;) {
    const now = new Date();
    const emails = await claimDue(round.strapi, {
      workerId: round.workerId,
      now,
      leaseUntil: now.getTime() + leaseMsFor(round.maxMs),
      max: maxAtOnce,
    });
    if (emails.length === 0) return;
    const unavailable = await Promise.all(emails.map((row) => deliver(round, row)));
    if (unavailable.includes(true) || round.stopping.aborted) return;
  }
};
