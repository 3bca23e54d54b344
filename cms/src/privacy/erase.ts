import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Erased } from '../admin-api/contracts/privacy';
import { letterRows } from '../api/letter/outbox/letter-row';
import { postsOfComments } from '../api/comment/desk/posts-of-comments';
import { lockComment } from '../api/comment/services/comment-rows';
import { removeComment } from '../api/comment/services/remove';
import { mailboxRows, type MailboxRow } from '../api/mailbox/services/mailbox-rows';
import { inTransaction, type Transaction } from '../documents/transaction';
import { forgetPages } from './forget-pages';
import { commentsFrom, mailboxesOf } from './held-about';
import { removeMailFiles } from './remove-mail-files';
import { tidyDatabase } from './tidy-database';

interface Gone {
  comments: number;
  letters: number[];
  addresses: string[];
  posts: string[];
}

const eraseMailbox = async (strapi: Core.Strapi, trx: Transaction, { id: mailbox, address }: MailboxRow, gone: Gone): Promise<void> => {
  const comments = await commentsFrom(strapi, trx, mailbox);
  // Hers about these comments, too: where she chose so they hold name and words.
  const about = comments.map(({ id }) => `comment:${id}`);
  const letters = await letterRows(strapi, trx).where({ mailbox }).orWhereIn('about', about).select<{ id: number }[]>('id');
  gone.letters.push(...letters.map(({ id }) => id));
  await letterRows(strapi, trx).where({ mailbox }).orWhereIn('about', about).delete();
  for (const { id } of comments) {
    const row = await lockComment(strapi, trx, id);
    if (row === null) continue;
    await removeComment(strapi, trx, row);
    gone.comments += 1;
    gone.posts.push(row.post_id);
  }
  await mailboxRows(strapi, trx).where({ id: mailbox }).delete();
  gone.addresses.push(address);
};

/**
 * Deletes all that is held about whoever uses an address: comments and notes (an empty place stays where replies hang on one),
 * the address, letters. Then nothing of it is left in the live database's files, nor in pages that the site has kept. What she
 * holds goes, too: whoever calls this has decided so.
 */
export const erase = async (strapi: Core.Strapi, address: string): Promise<Erased> => {
  const gone: Gone = { comments: 0, letters: [], addresses: [], posts: [] };
  const slugs = await inTransaction(strapi, async ({ trx }) => {
    for (const mailbox of await mailboxesOf(strapi, trx, address)) await eraseMailbox(strapi, trx, mailbox, gone);
    const post = await postsOfComments(strapi, gone.posts);
    return [...new Set(gone.posts.map((id) => post(id).slug))].filter((slug) => slug !== null);
  });
  await tidyDatabase(strapi);
  const pages = slugs.length === 0 ? 'none' : (await forgetPages(strapi, slugs)) ? 'dropped' : 'not reached';
  // Last: a letter that was just being written is there by now.
  await removeMailFiles(path.join(strapi.config.get<string>('quiet-room.dataDir'), 'mail'), gone.letters, gone.addresses);
  const { comments, letters, addresses } = gone;
  return { comments, letters: letters.length, addresses: addresses.length, pages };
};
