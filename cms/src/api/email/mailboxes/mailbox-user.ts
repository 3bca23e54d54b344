import type { UnitOfWork } from '#src/database/unit-of-work';
import type { MailboxLink } from './mailbox-links';

/**
 * A feature that sends emails to mailboxes of readers. It hands this over in its manifest, because mailboxes know no
 * feature. Everything runs in the transaction of the change.
 */
export interface MailboxUser {
  /** Returns whether anything of the feature still belongs to a mailbox, which is not deleted then. */
  readonly usesMailbox: (uow: UnitOfWork, mailbox: number) => Promise<boolean>;
  /**
   * Marks what the email was about as confirmed. It is called before the mailbox is locked: rows of features are locked
   * before their mailbox everywhere.
   */
  readonly confirmItem: (uow: UnitOfWork, link: MailboxLink, now: Date) => Promise<void>;
  /**
   * Does what waited for the confirmation. `isFirst`: the address had never been confirmed before.
   * @returns whether that published what the email was about
   */
  readonly onConfirmed: (
    uow: UnitOfWork,
    link: MailboxLink,
    confirmation: { readonly isFirst: boolean; readonly now: Date },
  ) => Promise<boolean>;
  /**
   * Stops emails about one item; with `all`, about everything of that mailbox. Called before the mailbox is locked.
   */
  readonly onUnsubscribed: (
    uow: UnitOfWork,
    link: MailboxLink,
    options: { readonly all: boolean; readonly now: Date },
  ) => Promise<void>;
}
