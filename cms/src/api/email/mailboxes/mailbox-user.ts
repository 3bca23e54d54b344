import type { SentWithMailbox } from 'shared';
import type { UnitOfWork } from '#src/database/unit-of-work';
import type { MailboxLink } from './mailbox-links';

/** The outcome of confirming an address together with what was sent with it. */
export interface ConfirmedItem {
  /** Whether the confirmation published it. */
  readonly isPublished: boolean;
  /** The private link that belongs to whoever confirmed: links that were given out before have ended. */
  readonly privateLink: { readonly token: string; readonly code: string };
}

/**
 * A feature that sends emails to mailboxes of readers. It hands this over in its manifest, because mailboxes know no
 * feature. Everything runs in the transaction of the change.
 */
export interface MailboxUser {
  /** Returns whether anything of the feature still belongs to a mailbox, which is not deleted then. */
  readonly usesMailbox: (uow: UnitOfWork, mailbox: number) => Promise<boolean>;
  /** Returns the secret of what was sent with an address; null if it is gone, or has lost the address. */
  readonly secretOfItem: (uow: UnitOfWork, link: MailboxLink) => Promise<string | null>;
  /** Returns what a link confirms, as its page shows it; null if it is gone. */
  readonly showItem: (uow: UnitOfWork, link: MailboxLink) => Promise<Omit<SentWithMailbox, 'isStopped'> | null>;
  /**
   * Takes the address off what its owner did not send, and declines it if confirming would have published it. Returns
   * whether it did. It is called before the mailbox is locked.
   * @throws ConflictError if it was confirmed
   */
  readonly disownItem: (uow: UnitOfWork, link: MailboxLink, now: Date) => Promise<boolean>;
  /**
   * Marks what the email was about as confirmed, and ends the links to it that were given out before. It is called
   * before the mailbox is locked: rows of features are locked before their mailbox everywhere.
   */
  readonly confirmItem: (uow: UnitOfWork, link: MailboxLink, now: Date) => Promise<void>;
  /**
   * Does what waited for the confirmation. `hasWaited`: no emails went to the address until now; `version`: that of
   * the text that was shown to be published.
   * @throws ConflictError if it would publish another text than was shown
   * @returns null if what the email was about is gone
   */
  readonly onConfirmed: (
    uow: UnitOfWork,
    link: MailboxLink,
    confirmation: { readonly hasWaited: boolean; readonly version: number | null; readonly now: Date },
  ) => Promise<ConfirmedItem | null>;
  /**
   * Stops emails about one item; with `all`, about everything of that mailbox. Called before the mailbox is locked.
   */
  readonly onUnsubscribed: (
    uow: UnitOfWork,
    link: MailboxLink,
    options: { readonly all: boolean; readonly now: Date },
  ) => Promise<void>;
}
