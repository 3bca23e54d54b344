import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { anEmail, queue, storedEmails } from '../support/emails.ts';
import { Mailbox } from '../support/mailbox.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { newDataDir } from '../support/prepared.ts';
import { type RunningCms, startCms } from '../support/start-cms.ts';

const many = 60;
/**
 * SMTP_TIMEOUT in seconds; a lease lasts six times as long. With less, a busy machine takes the slow mail server for a
 * dead one and sends an email again.
 */
const patience = 4;
const sentBy = 60_000;
/** How long the mail server waits before each reply, in milliseconds. */
const usualSlowness = 120;

const addresses = (name: string): string[] => Array.from({ length: many }, (_, i) => `${name}-${i}@example.org`);

describe.each(['sqlite', 'postgres'] as const)('two CMS processes with one outbox (%s)', (kind) => {
  let mailbox: Mailbox;
  let postgres: Postgres | null = null;
  let dataDir = '';
  let databaseUrl: string | undefined;
  /** Only queues emails, so that the two others compete for them. */
  let writer: CmsHere;
  let two: RunningCms[] = [];

  const startOne = (): Promise<RunningCms> =>
    startCms({ dataDir, databaseUrl, smtpUrl: mailbox.url, env: { SMTP_TIMEOUT: String(patience) } });

  beforeAll(async () => {
    mailbox = await Mailbox.open();
    if (kind === 'postgres') {
      postgres = await startPostgres();
      databaseUrl = await postgres.createDatabase();
    }
    dataDir = newDataDir(kind === 'sqlite' ? 'plain' : null);
    // Started first and alone, because it creates the tables.
    writer = await startCmsHere({ dataDir, databaseUrl });
    // Slow enough for a process to be stopped while it sends.
    mailbox.usual = 'slow';
    mailbox.slowness = usualSlowness;
    two = [await startOne(), await startOne()];
  });
  afterAll(async () => {
    await Promise.all(two.map((one) => one.stop()));
    await writer?.stop();
    await mailbox?.close();
    await postgres?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  afterEach(async () => {
    mailbox.empty();
    mailbox.slowness = usualSlowness;
    await writer.strapi.db.query('api::email.email').deleteMany({ where: {} });
  });

  const oweAll = async (to: string[]): Promise<void> => {
    for (const one of to) await queue(writer.strapi, anEmail(one));
  };
  const untilAllAreDelivered = async (): Promise<void> => {
    const left = (): Promise<number> =>
      writer.strapi.db.query('api::email.email').count({ where: { state: { $ne: 'sent' } } });
    for (const end = Date.now() + sentBy; (await left()) > 0; await pause(100)) {
      if (Date.now() > end) throw new Error(`${await left()} emails are still queued after ${sentBy} ms.`);
    }
  };
  const untilSome = (): Promise<void> => mailbox.until(() => mailbox.emails().length >= 10, 'ten emails', 20_000);
  const howOften = (to: string[]): number[] => to.map((one) => mailbox.emailsTo(one).length);

  it('both send, and each email is sent once', async () => {
    const to = addresses('once');
    const takers = new Set<string>();
    // Each process looks every five seconds: there must be some left when the second one does.
    mailbox.slowness = 2 * usualSlowness;
    await oweAll(to);
    const watching = setInterval(() => {
      void storedEmails(writer.strapi, { leasedBy: { $notNull: true } }).then((taken) =>
        taken.forEach((email) => takers.add(String((email as { leasedBy?: string }).leasedBy))),
      );
    }, 100);
    await untilAllAreDelivered().finally(() => clearInterval(watching));
    expect(howOften(to)).toEqual(to.map(() => 1));
    expect(mailbox.emails()).toHaveLength(many);
    expect(takers.size).toBe(2);
  }, 120_000);

  it('send each email once when one of them is stopped while it is sending', async () => {
    const to = addresses('stopped');
    await oweAll(to);
    await untilSome();
    const stopped = two.pop();
    await stopped?.stop();
    await untilAllAreDelivered();
    two.push(await startOne());
    expect(howOften(to), stopped?.output()).toEqual(to.map(() => 1));
  }, 120_000);

  it('lose no email when one of them is killed while it is sending, and repeat it with the same Message-ID', async () => {
    const to = addresses('killed');
    await oweAll(to);
    await untilSome();
    two.pop()?.kill('SIGKILL');
    await untilAllAreDelivered();
    expect(Math.min(...howOften(to))).toBe(1);
    // Only emails that it was sending may arrive twice.
    expect(mailbox.emails().length - many).toBeLessThanOrEqual(4);
    for (const one of to) expect(new Set(mailbox.emailsTo(one).map(({ messageId }) => messageId)).size).toBe(1);
  }, 120_000);
});
