import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { MailSettings } from '#src/api/email/domain/mail-settings';
import { deleteOldEmails } from '#src/api/email/outbox/claims';
import { logFailure } from '#src/log/failure-log';
import { settingsOf } from '#src/settings';
import { sendDue } from './send-due';
import { folderTransport, smtpTransport, type Transport } from './transport';

/** Sends queued emails in the background of this process. */
export interface Delivery {
  start: () => void;
  /** Sends due emails now. Does nothing in a process that sends no emails. */
  wake: () => void;
  /** Claims no more emails and waits up to eight seconds for those in progress; the next process sends the rest. */
  stop: () => Promise<void>;
}

/** Milliseconds. */
const pollEvery = 5_000;
const sweepEvery = 60 * 60 * 1000;
const stopTimeout = 8_000;

const transportFor = (strapi: Core.Strapi, { server, timeoutMs }: MailSettings): Transport => {
  if (server) return smtpTransport(server, timeoutMs);
  const folder = path.join(settingsOf(strapi).dataDir, 'mail');
  strapi.log.info(`No mail server is set (SMTP_URL), so emails are written to ${folder}.`);
  return folderTransport(folder);
};

/** Returns the delivery of this process; with DELIVER_EMAILS=false, another process sends. */
export const createDelivery = (strapi: Core.Strapi): Delivery => {
  const settings = settingsOf(strapi).mail;
  if (!settings.sendsEmails) return { start: () => undefined, wake: () => undefined, stop: async () => undefined };
  const ending = new AbortController();
  const transport = transportFor(strapi, settings);
  const round = {
    strapi,
    transport,
    sender: settings,
    workerId: randomUUID(),
    maxMs: 3 * settings.timeoutMs,
    stopping: ending.signal,
  };
  let lastSweptAt = 0;

  const once = async (): Promise<void> => {
    await sendDue(round);
    if (Date.now() - lastSweptAt < sweepEvery) return;
    lastSweptAt = Date.now();
    await deleteOldEmails(strapi, new Date());
  };
  const logError = (error: unknown): void => {
    logFailure(strapi.log, 'A round of the outbox failed.', error);
  };
  const rounds = createPoller(once, pollEvery, logError);

  return {
    start: rounds.start,
    wake: rounds.wake,
    stop: async () => {
      const end = setTimeout(() => ending.abort(), stopTimeout);
      await rounds.stop();
      clearTimeout(end);
    },
  };
};

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
  let inProgress = Promise.resolve();

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
    inProgress = run().finally(() => {
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
      await inProgress;
    },
  };
};
