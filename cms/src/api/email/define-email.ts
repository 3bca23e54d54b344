import type { Core } from '@strapi/strapi';
import type { UnitOfWork } from '#src/database/unit-of-work';
import type { EmailContent, EmailMessage } from './email-message';
import { enqueueEmail } from './outbox/outbox';

/** What the data of every kind of email contains: the recipient's address. */
interface Addressed {
  readonly to: string;
}

/** What the secret of an email is made from. */
interface EmailToComplete {
  readonly to: string | null;
  readonly messageId: string;
  readonly expiresAt: Date | null;
}

/**
 * Makes the secret of an email's link and stores its hash, each time it is tried: so the outbox, and every copy of the
 * database, contains no link that works. Returns null if the email is no longer wanted.
 */
export type SecretOfEmail = (strapi: Core.Strapi, email: EmailToComplete) => Promise<string | null>;

/** One kind of email in one row: what it says, about what, when it is the same one again, and how long it is of use. */
export interface EmailDefinition<Data extends Addressed> {
  /** Stored with each email, such as `comment-appeared`; unique among all features. */
  readonly kind: string;
  /** Subject and paragraphs. */
  readonly template: (data: Data) => EmailContent;
  /** What it is about, such as `comment:12`, so that it can be cancelled or erased. Never a name or an address. */
  readonly about?: (data: Data) => string;
  /** The id of the reader's mailbox; emails to the counsellor and to participants have none. */
  readonly mailbox?: (data: Data) => number;
  /**
   * Of two emails of this kind with the same key, only the first is queued. It is stored after the kind and a colon.
   */
  readonly idempotencyKey?: (data: Data) => string | number;
  /** Not sent before; at once without it. */
  readonly notBefore?: (data: Data) => Date;
  /** Not sent after; tried for 72 hours without it. */
  readonly expiresAt?: (data: Data) => Date;
  /** Makes the secret of its link when it is sent; until then the link contains `secretInLink`. */
  readonly secret?: SecretOfEmail;
  /** Made-up data for the development page that shows all emails: one entry for each variant. */
  readonly samples: readonly [Data, ...Data[]];
}

/** A kind of email, ready to be queued, and to be listed in the manifest of its feature. */
export interface EmailKind<Data = never> {
  readonly kind: string;
  /**
   * Queues the email in the caller's transaction. Returns false if one with its idempotency key was queued already.
   * @see enqueueEmail
   */
  readonly enqueue: (uow: UnitOfWork, data: Data) => Promise<boolean>;
  /** Returns the email as it would be queued. */
  readonly preview: (data: Data) => EmailMessage;
  readonly secret?: SecretOfEmail;
  /** Returns each variant with made-up data. */
  readonly examples: () => EmailMessage[];
}

/** Declares a kind of email; every one is listed in the `emails` of its feature's manifest. */
export const defineEmail = <Data extends Addressed>(definition: EmailDefinition<Data>): EmailKind<Data> => {
  const { kind, template, about, mailbox, idempotencyKey, notBefore, expiresAt, secret, samples } = definition;
  const preview = (data: Data): EmailMessage => ({ ...template(data), to: data.to });
  return {
    kind,
    preview,
    ...(secret && { secret }),
    enqueue: (uow, data) =>
      enqueueEmail(uow, {
        kind,
        email: preview(data),
        ...(about && { about: about(data) }),
        ...(mailbox && { mailbox: mailbox(data) }),
        ...(idempotencyKey && { idempotencyKey: `${kind}:${idempotencyKey(data)}` }),
        ...(notBefore && { notBefore: notBefore(data) }),
        ...(expiresAt && { expiresAt: expiresAt(data) }),
      }),
    examples: () => samples.map(preview),
  };
};
