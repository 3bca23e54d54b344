import { randomUUID } from 'node:crypto';
import type { Letter } from '#src/api/email/templates/email-message';
import { letterHeaders, letterHtml, letterText } from '#src/api/email/templates/frame';
import { inReadTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { servicesOf } from '#src/services';
import { settingsOf } from '#src/settings';
import { oneLine } from '#src/text/one-line';
import { type LetterRow, letterRows } from './email-rows';

export interface OwedLetter {
  /** What sort of letter it is, such as `comment-appeared`. */
  kind: string;
  letter: Letter;
  /** What it speaks of, such as `comment:12`: `withdrawLetters` finds it by that. Never a name or an address. */
  about?: string;
  /** The id of the reader's mailbox; none for letters to the counsellor. */
  mailbox?: number;
  /** Of two letters with the same key, such as `comment-appeared:12`, the second is not owed. */
  once?: string;
  /** Not sent before; at once without it. */
  notBefore?: Date;
  /** Not sent any more after; for 72 hours without it. */
  makesSenseUntil?: Date;
}

const mostCharacters = 250;

/**
 * What PostgreSQL would refuse in a column of 255 characters must not undo what caused the letter: it is stored, harmless
 * but still no address, and the delivery gives it up.
 */
const storable = (address: string): string => address.toWellFormed().replaceAll('\u0000', ' ').slice(0, 255);

/**
 * Owes a letter in the transaction of what causes it: both are stored or neither, and it is sent as soon as that is
 * committed. Gives false if a letter with its `once` was owed already. `uow` is the one of `inTransaction`.
 */
export const oweLetter = async (uow: UnitOfWork, owed: OwedLetter): Promise<boolean> => {
  const { letter } = owed;
  const { from } = settingsOf(strapi).mail;
  const now = new Date();
  const headers = letterHeaders(letter);
  const row: Partial<LetterRow> = {
    kind: owed.kind,
    state: 'owed',
    once: owed.once ?? null,
    about: owed.about ?? null,
    mailbox: owed.mailbox ?? null,
    // Made here and not when it is sent: a letter that is sent twice, because nobody heard that it arrived, is the same letter.
    message_id: `<${randomUUID()}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    to: storable(letter.to),
    subject: [...oneLine(letter.subject)].slice(0, mostCharacters).join(''),
    text: letterText(letter),
    html: letterHtml(letter),
    headers: JSON.stringify(headers),
    attachments: JSON.stringify(letter.attachments ?? []),
    attempts: 0,
    not_before: owed.notBefore ?? now,
    makes_sense_until: owed.makesSenseUntil ?? null,
    owed_at: now,
    created_at: now,
    updated_at: now,
  };
  const made = (await letterRows(uow).insert(row).onConflict().ignore().returning('id')) as unknown[];
  // Joins the transaction that is under way.
  await inReadTransaction(strapi, async (uow) => uow.afterCommit(() => servicesOf(strapi).wakeDelivery()));
  return made.length > 0;
};
