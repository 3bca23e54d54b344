import type { EmailToQueue } from './outbox/outbox';
import type { EmailMessage } from './templates/email-message';

/** One kind of email: what it says, when it is the same one again, and how it looks. */
export interface EmailDefinition<Data> {
  /** Stored with each email, such as `comment-appeared`; unique among all features. */
  readonly kind: string;
  /** Subject, recipient and paragraphs. */
  readonly template: (data: Data) => EmailMessage;
  /** What it is about, such as `comment:12`, so that it can be cancelled or erased. Never a name or an address. */
  readonly about?: (data: Data) => string;
  /** The id of the reader's mailbox; emails to the counsellor and to participants have none. */
  readonly mailbox?: (data: Data) => number;
  /** Of two emails with the same key, such as `comment-appeared:12`, only the first is queued. */
  readonly idempotencyKey?: (data: Data) => string;
  /** Not sent before; at once without it. */
  readonly notBefore?: (data: Data) => Date;
  /** Not sent after; for 72 hours without it. */
  readonly expiresAt?: (data: Data) => Date;
  /** Made-up data for the development page that shows all emails: one entry for each variant. */
  readonly samples: readonly [Data, ...Data[]];
}

/** A kind of email, ready to be listed in the manifest of its feature. */
export interface EmailKind<Data = never> {
  readonly kind: string;
  /** Returns what `enqueueEmail` stores. */
  readonly toQueue: (data: Data) => EmailToQueue;
  /** Returns each variant with made-up data. */
  readonly examples: () => EmailMessage[];
}

/** Declares a kind of email; every one is listed in the `emails` of its feature's manifest. */
export const defineEmail = <Data>(definition: EmailDefinition<Data>): EmailKind<Data> => {
  const { kind, template, about, mailbox, idempotencyKey, notBefore, expiresAt, samples } = definition;
  return {
    kind,
    toQueue: (data) => ({
      kind,
      email: template(data),
      ...(about && { about: about(data) }),
      ...(mailbox && { mailbox: mailbox(data) }),
      ...(idempotencyKey && { idempotencyKey: idempotencyKey(data) }),
      ...(notBefore && { notBefore: notBefore(data) }),
      ...(expiresAt && { expiresAt: expiresAt(data) }),
    }),
    examples: () => samples.map(template),
  };
};
