import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { MailSettings } from '#src/api/email/domain/mail-settings';
import { deleteOldEmails } from '#src/api/email/outbox/record-outcome';
import { settingsOf } from '#src/settings';
import { createPoller } from './poller';
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
const every = 5_000;
const sweepEvery = 60 * 60 * 1000;
const waitAtTheEnd = 8_000;

const transportFor = (strapi: Core.Strapi, { server, timeoutMs }: MailSettings): Transport => {
  if (server) return smtpTransport(server, timeoutMs);
  const folder = path.join(settingsOf(strapi).dataDir, 'mail');
  strapi.log.info(`No mail server is set (SMTP_URL): emails are written to ${folder}.`);
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
  let swept = 0;

  const once = async (): Promise<void> => {
    await sendDue(round);
    if (Date.now() - swept < sweepEvery) return;
    swept = Date.now();
    await deleteOldEmails(strapi, new Date());
  };
  const tell = (error: unknown): void => {
    const { name, code = '' } = error as { name?: string; code?: string };
    strapi.log.error(`outbox, round: ${name ?? 'unknown'} ${code}`);
  };
  const rounds = createPoller(once, every, tell);

  return {
    start: rounds.start,
    wake: rounds.wake,
    stop: async () => {
      const end = setTimeout(() => ending.abort(), waitAtTheEnd);
      await rounds.stop();
      clearTimeout(end);
    },
  };
};
