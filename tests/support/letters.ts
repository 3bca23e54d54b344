import type { Core } from '@strapi/strapi';
import { cmsPart, inUnitOfWork } from './cms-parts.ts';

/** What `oweLetter` of the CMS takes; see cms/src/api/email/outbox/owe.ts. */
export interface Owed {
  kind: string;
  letter: {
    to: string;
    subject: string;
    paragraphs: (string | { link: string; says: string } | { quote: string })[];
    because?: string;
    unsubscribe?: { page: string; oneClick: string };
    attachments?: { name: string; type: string; content: string }[];
  };
  about?: string;
  mailbox?: number;
  once?: string;
  notBefore?: Date;
  makesSenseUntil?: Date;
}
type Owe = (uow: unknown, owed: Owed) => Promise<boolean>;
type Withdraw = (uow: unknown, which: Record<string, unknown>) => Promise<number>;

const built = <T>(file: string): T => cmsPart<T>(`api/email/outbox/${file}`);
const uid = 'api::email.email';

export interface StoredLetter {
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
  once: string | null;
  attempts: number;
  lastFault: string | null;
  notBefore: string;
  leaseUntil: string | null;
  owedAt: string;
  settledAt: string | null;
}

/** A letter with nothing remarkable about it. */
export const aLetter = (to: string, over: Partial<Owed> = {}): Owed => ({
  kind: 'something-waiting',
  letter: { to, subject: 'Something is waiting', paragraphs: ['Something is waiting at your desk.'] },
  ...over,
});

/** Owes it as a service of the CMS does, in a transaction of its own; `afterwards` may still make that fail. */
export const owe = async (
  strapi: Core.Strapi,
  owed: Owed,
  afterwards: () => void = () => undefined,
): Promise<boolean> =>
  await inUnitOfWork(strapi, async (uow) => {
    const isNew = await built<{ oweLetter: Owe }>('enqueue-email.js').oweLetter(uow, owed);
    afterwards();
    return isNew;
  });

export const withdraw = async (strapi: Core.Strapi, which: Record<string, unknown>): Promise<number> =>
  await inUnitOfWork(strapi, async (uow) =>
    built<{ withdrawLetters: Withdraw }>('cancel-emails.js').withdrawLetters(uow, which),
  );

/** What the delivery does every hour; gives how many it deleted. */
export const sweep = async (strapi: Core.Strapi, now: Date): Promise<number> =>
  built<{ sweepLetters: (strapi: Core.Strapi, now: Date) => Promise<number> }>('record-outcome.js').sweepLetters(
    strapi,
    now,
  );

/** The rows of the outbox, oldest first. */
export const storedLetters = async (
  strapi: Core.Strapi,
  where: Record<string, unknown> = {},
): Promise<StoredLetter[]> =>
  (await strapi.db.query(uid).findMany({ where, orderBy: { id: 'asc' } })) as StoredLetter[];

/** As if the time to wait were over: what is owed is due now. */
export const makeDue = async (strapi: Core.Strapi): Promise<void> => {
  await strapi.db
    .query(uid)
    .updateMany({ where: { state: 'owed' }, data: { notBefore: new Date(Date.now() - 1_000) } });
  strapi.get<{ wakeDelivery: () => void }>('quiet-room-services').wakeDelivery();
};
