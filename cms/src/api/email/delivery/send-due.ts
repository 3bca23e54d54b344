import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { isOneAddress } from '#src/api/email/domain/address';
import { type Failure, judge } from '#src/api/email/domain/fault';
import { nextAttempt } from '#src/api/email/domain/next-attempt';
import { claimDue } from '#src/api/email/outbox/claim-due';
import type { EmailRow } from '#src/api/email/outbox/email-rows';
import { type Outcome, settle } from '#src/api/email/outbox/record-outcome';
import { messageOf, type Sender } from './message';
import type { Transport } from './transport';

export interface Round {
  strapi: Core.Strapi;
  transport: Transport;
  sender: Sender;
  /** This process, among those that take emails from the same database. */
  who: string;
  /** Milliseconds for one email from the first byte to the last, however slowly the server goes on. */
  longest: number;
  /** Fires when this process stops and can't wait any longer. */
  stopping: AbortSignal;
}

/** At once, so that one slow server does not make every email wait. */
const most = 4;

/** Nobody else may take an email while it can still be under way; as long again for clocks that differ and a machine that stalls. */
const leaseFor = (longest: number): number => 2 * longest;

const nameOf = (row: EmailRow): string =>
  `${new Date(row.queued_at).toISOString().replace(/[:.]/g, '-')}-${row.kind.replace(/[^a-z-]/g, '')}-${row.id}`;

interface Result {
  outcome: Outcome;
  /** The fault is the server's and not this email's. */
  affectsEveryEmail: boolean;
}

const failed = (row: EmailRow, failure: Failure, now: Date): Result => {
  const { fault, final, affectsEveryEmail } = judge(failure);
  const until = final ? null : nextAttempt(row.attempts, new Date(row.queued_at), now);
  return {
    affectsEveryEmail,
    outcome: until === null ? { became: 'failed', fault } : { became: 'put off', fault, until },
  };
};

const attempt = async ({ transport, sender, longest, stopping }: Round, row: EmailRow): Promise<Result> => {
  if (row.expires_at !== null && new Date(row.expires_at) <= new Date())
    return { outcome: { became: 'too late' }, affectsEveryEmail: false };
  if (!isOneAddress(row.to ?? ''))
    return { outcome: { became: 'failed', fault: 'not an address' }, affectsEveryEmail: false };
  try {
    await transport.post(
      messageOf(row, sender),
      nameOf(row),
      AbortSignal.any([stopping, AbortSignal.timeout(longest)]),
    );
    return { outcome: { became: 'sent' }, affectsEveryEmail: false };
  } catch (error) {
    if (stopping.aborted) return { outcome: { became: 'interrupted' }, affectsEveryEmail: true };
    return failed(row, error as Failure, new Date());
  }
};

/** Tried again for a moment: an email whose delivery is not written down will be sent a second time. */
const writeDown = async ({ strapi, who }: Round, row: EmailRow, outcome: Outcome): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await settle(strapi, row.id, who, outcome, new Date());
    } catch (error) {
      if (tries === 3) throw error;
      await pause(500 * tries);
    }
  }
};

/** Gives whether other emails would fare no better now. Never throws: the others of the round are under way. */
const deliver = async (round: Round, row: EmailRow): Promise<boolean> => {
  const { log } = round.strapi;
  const { outcome, affectsEveryEmail } = await attempt(round, row);
  try {
    await writeDown(round, row, outcome);
  } catch {
    log.error(`outbox, email ${row.id}, attempt ${row.attempts}: ${outcome.became}, which could not be written down`);
    return true;
  }
  if ('fault' in outcome)
    log.warn(`outbox, email ${row.id}, attempt ${row.attempts}: ${outcome.fault}, ${outcome.became}`);
  return affectsEveryEmail;
};

/** Sends what is due until nothing is, or until the server does not take emails at all: then it is left alone for a while. */
export const sendDue = async (round: Round): Promise<void> => {
  for (;;) {
    const now = new Date();
    const emails = await claimDue(round.strapi, {
      who: round.who,
      now,
      leaseUntil: now.getTime() + leaseFor(round.longest),
      most,
    });
    if (emails.length === 0) return;
    const inVain = await Promise.all(emails.map((row) => deliver(round, row)));
    if (inVain.includes(true) || round.stopping.aborted) return;
  }
};
