import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { MailSettings } from '#src/api/email/domain/mail-settings';
import { sweepLetters } from '#src/api/email/outbox/record-outcome';
import { settingsOf } from '#src/settings';
import { mailFolder, mailServer, type PostOffice } from './post-office';
import { createRounds } from './rounds';
import { sendDue } from './send-due';

/** Sends what is owed, in the background of this process. */
export interface Delivery {
  start: () => void;
  /** Something may be due now. Does nothing in a process that sends no letters. */
  wake: () => void;
  /** Takes no more letters and waits for those under way, eight seconds at most; what is not out by then is left to the next process. */
  stop: () => Promise<void>;
}

/** Milliseconds. */
const every = 5_000;
const sweepEvery = 60 * 60 * 1000;
const waitAtTheEnd = 8_000;

const officeFor = (strapi: Core.Strapi, { server, patience }: MailSettings): PostOffice => {
  if (server) return mailServer(server, patience);
  const folder = path.join(settingsOf(strapi).dataDir, 'mail');
  strapi.log.info(`No mail server is set (SMTP_URL): letters are written to ${folder}.`);
  return mailFolder(folder);
};

/** Begun by `start`, in a process that serves; DELIVER_LETTERS=false leaves it to another one. */
export const createDelivery = (strapi: Core.Strapi): Delivery => {
  const settings = settingsOf(strapi).mail;
  if (!settings.delivers) return { start: () => undefined, wake: () => undefined, stop: async () => undefined };
  const ending = new AbortController();
  const office = officeFor(strapi, settings);
  const round = {
    strapi,
    office,
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
    await sweepLetters(strapi, new Date());
  };
  const tell = (error: unknown): void => {
    const { name, code = '' } = error as { name?: string; code?: string };
    strapi.log.error(`outbox, round: ${name ?? 'unknown'} ${code}`);
  };
  const rounds = createRounds(once, every, tell);

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
