import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { isOneAddress } from '#src/api/email/domain/address';
import { type Failure, judge } from '#src/api/email/domain/fault';
import { nextAttempt } from '#src/api/email/domain/next-attempt';
import { takeDue } from '#src/api/email/outbox/claim-due';
import type { LetterRow } from '#src/api/email/outbox/email-rows';
import { type Outcome, settle } from '#src/api/email/outbox/record-outcome';
import { messageOf, type Sender } from './message';
import type { PostOffice } from './post-office';

export interface Round {
  strapi: Core.Strapi;
  office: PostOffice;
  sender: Sender;
  /** This process, among those that take letters from the same database. */
  who: string;
  /** Milliseconds for one letter from the first byte to the last, however slowly the server goes on. */
  longest: number;
  /** Fires when this process stops and can't wait any longer. */
  stopping: AbortSignal;
}

/** At once, so that one slow server does not make every letter wait. */
const most = 4;

/** Nobody else may take a letter while it can still be under way; as long again for clocks that differ and a machine that stalls. */
const leaseFor = (longest: number): number => 2 * longest;

const nameOf = (row: LetterRow): string =>
  `${new Date(row.owed_at).toISOString().replace(/[:.]/g, '-')}-${row.kind.replace(/[^a-z-]/g, '')}-${row.id}`;

interface Result {
  outcome: Outcome;
  /** The fault is the server's and not this letter's. */
  everyLetter: boolean;
}

const failed = (row: LetterRow, failure: Failure, now: Date): Result => {
  const { fault, final, everyLetter } = judge(failure);
  const until = final ? null : nextAttempt(row.attempts, new Date(row.owed_at), now);
  return { everyLetter, outcome: until === null ? { became: 'given-up', fault } : { became: 'put off', fault, until } };
};

const attempt = async ({ office, sender, longest, stopping }: Round, row: LetterRow): Promise<Result> => {
  if (row.makes_sense_until !== null && new Date(row.makes_sense_until) <= new Date())
    return { outcome: { became: 'too late' }, everyLetter: false };
  if (!isOneAddress(row.to ?? ''))
    return { outcome: { became: 'given-up', fault: 'not an address' }, everyLetter: false };
  try {
    await office.post(messageOf(row, sender), nameOf(row), AbortSignal.any([stopping, AbortSignal.timeout(longest)]));
    return { outcome: { became: 'delivered' }, everyLetter: false };
  } catch (error) {
    if (stopping.aborted) return { outcome: { became: 'interrupted' }, everyLetter: true };
    return failed(row, error as Failure, new Date());
  }
};

/** Tried again for a moment: a letter whose delivery is not written down will be sent a second time. */
const writeDown = async ({ strapi, who }: Round, row: LetterRow, outcome: Outcome): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await settle(strapi, row.id, who, outcome, new Date());
    } catch (error) {
      if (tries === 3) throw error;
      await pause(500 * tries);
    }
  }
};

/** Gives whether other letters would fare no better now. Never throws: the others of the round are under way. */
const deliver = async (round: Round, row: LetterRow): Promise<boolean> => {
  const { log } = round.strapi;
  const { outcome, everyLetter } = await attempt(round, row);
  try {
    await writeDown(round, row, outcome);
  } catch {
    log.error(`outbox, letter ${row.id}, attempt ${row.attempts}: ${outcome.became}, which could not be written down`);
    return true;
  }
  if ('fault' in outcome)
    log.warn(`outbox, letter ${row.id}, attempt ${row.attempts}: ${outcome.fault}, ${outcome.became}`);
  return everyLetter;
};

/** Sends what is due until nothing is, or until the server does not take letters at all: then it is left alone for a while. */
export const sendDue = async (round: Round): Promise<void> => {
  for (;;) {
    const now = new Date();
    const letters = await takeDue(round.strapi, {
      who: round.who,
      now,
      leaseUntil: now.getTime() + leaseFor(round.longest),
      most,
    });
    if (letters.length === 0) return;
    const inVain = await Promise.all(letters.map((row) => deliver(round, row)));
    if (inVain.includes(true) || round.stopping.aborted) return;
  }
};
