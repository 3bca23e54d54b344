import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { MailSettings } from '#src/api/email/domain/mail-settings';
import { deleteOldEmails } from '#src/api/email/outbox/record-outcome';
import { settingsOf } from '#src/settings';
import { createPoller } from './poller';
import { sendDue } from './send-due';
import { folderTransport, smtpTransport, type Transport } from './transport';

/** Sends what is queued, in the background of this process. */
export interface Delivery {
  start: () => void;
  /** Something may be due now. Does nothing in a process that sends no emails. */
  wake: () => void;
  /** Takes no more emails and waits for those under way, eight seconds at most; what is not out by then is left to the next process. */
  stop: () => Promise<void>;
}

/** Milliseconds. */
const every = 5_000;
const sweepEvery = 60 * 60 * 1000;
const waitAtTheEnd = 8_000;

const transportFor = (strapi: Core.Strapi, { server, patience }: MailSettings): Transport => {
  if (server) return smtpTransport(server, patience);
  const folder = path.join(settingsOf(strapi).dataDir, 'mail');
  strapi.log.info(`No mail server is set (SMTP_URL): emails are written to ${folder}.`);
  return folderTransport(folder);
};

/** Begun by `start`, in a process that serves; DELIVER_EMAILS=false leaves it to another one. */
export const createDelivery = (strapi: Core.Strapi): Delivery => {
  const settings = settingsOf(strapi).mail;
  if (!settings.delivers) return { start: () => undefined, wake: () => undefined, stop: async () => undefined };
  const ending = new AbortController();
  const transport = transportFor(strapi, settings);
  const round = {
    strapi,
    transport,
    sender: settings,
    who: randomUUID(),
    longest: 3 * settings.patience,
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
