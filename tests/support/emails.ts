import type { Core } from '@strapi/strapi';
import { cmsPart, inUnitOfWork } from './cms-parts.ts';

/** What `enqueueEmail` of the CMS takes; see cms/src/api/email/outbox/outbox.ts. */
export interface Queued {
  kind: string;
  email: {
    to: string;
    subject: string;
    paragraphs: (string | { link: string; says: string } | { quote: string })[];
    because?: string;
    unsubscribe?: { page: string; oneClick: string };
    attachments?: { name: string; type: string; content: string }[];
  };
  about?: string;
  mailbox?: number;
  idempotencyKey?: string;
  notBefore?: Date;
  expiresAt?: Date;
}
type Queue = (uow: unknown, queued: Queued) => Promise<boolean>;
type Cancel = (uow: unknown, which: Record<string, unknown>) => Promise<number>;

const built = <T>(file: string): T => cmsPart<T>(`api/email/outbox/${file}`);
const uid = 'api::email.email';

export interface StoredEmail {
  id: number;
  kind: string;
  state: string;
  to: string | null;
  subject: string | null;
  text: string | null;
  html: string | null;
  headers: Record<string, string> | null;
  attachments: unknown[] | null;
  messageId: string;
  idempotencyKey: string | null;
  attempts: number;
  lastError: string | null;
  notBefore: string;
  expiresAt: string | null;
  leaseUntil: string | null;
  queuedAt: string;
  finishedAt: string | null;
}

/** Returns an ordinary email. */
export const anEmail = (to: string, over: Partial<Queued> = {}): Queued => ({
  kind: 'something-waiting',
  email: { to, subject: 'Something is waiting', paragraphs: ['Something is waiting for you.'] },
  ...over,
});

/** Queues an email in a transaction of its own, as services of the CMS do; `afterwards` may throw to roll it back. */
export const queue = async (
  strapi: Core.Strapi,
  queued: Queued,
  afterwards: () => void = () => undefined,
): Promise<boolean> =>
  await inUnitOfWork(strapi, async (uow) => {
    const isNew = await built<{ enqueueEmail: Queue }>('outbox.js').enqueueEmail(uow, queued);
    afterwards();
    return isNew;
  });

export const cancel = async (strapi: Core.Strapi, which: Record<string, unknown>): Promise<number> =>
  await inUnitOfWork(strapi, async (uow) => built<{ cancelEmails: Cancel }>('outbox.js').cancelEmails(uow, which));

/** Runs the hourly deletion of old emails; returns how many it deleted. */
export const sweep = async (strapi: Core.Strapi, now: Date): Promise<number> =>
  built<{ deleteOldEmails: (strapi: Core.Strapi, now: Date) => Promise<number> }>('claims.js').deleteOldEmails(
    strapi,
    now,
  );

/** Returns rows of the outbox, oldest first. */
export const storedEmails = async (strapi: Core.Strapi, where: Record<string, unknown> = {}): Promise<StoredEmail[]> =>
  (await strapi.db.query(uid).findMany({ where, orderBy: { id: 'asc' } })) as StoredEmail[];

/** Makes all queued emails due now. */
export const makeDue = async (strapi: Core.Strapi): Promise<void> => {
  await strapi.db
    .query(uid)
    .updateMany({ where: { state: 'queued' }, data: { notBefore: new Date(Date.now() - 1_000) } });
  strapi.get<{ wakeDelivery: () => void }>('quiet-room-services').wakeDelivery();
};
