import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { SentComment, Submission } from 'shared';
import request from 'supertest';
import type { CmsHere } from './cms-in-process.ts';
import { cmsPart, inUnitOfWork } from './cms-parts.ts';
import { kindText } from './kind-text.ts';

/** A nonce as a form's form token has it. */
export const aNonce = (): string => randomBytes(16).toString('base64url');

/** A kind comment for everyone, without an address. */
export const aComment = (over: Partial<Submission> = {}): Submission => ({
  name: 'Robin',
  email: null,
  text: kindText(),
  audience: 'everyone',
  notifyOnApproval: false,
  notifyOnReply: false,
  consent: true,
  nonce: aNonce(),
  parent: null,
  honeypot: false,
  network: null,
  ...over,
});

/** What goes to the spam folder by its own text. */
export const spam = {
  name: 'LuckySpin',
  text: 'Best online casino 2026! 200 free spins no deposit bonus, play now at https://lucky-spin.example/promo',
};

/** Sends a body as the site does, with its token. */
export const postAsWeb = ({ strapi }: CmsHere, path: string, body: object): request.Test =>
  request(strapi.server.httpServer).post(path).set('authorization', `Bearer ${process.env.WEB_TOKEN}`).send(body);

/** Sends a comment to the post at `slug` and returns the data of the response. */
export const sendComment = async (cms: CmsHere, slug: string, over: Partial<Submission> = {}): Promise<SentComment> => {
  const answer = await postAsWeb(cms, `/api/posts/${slug}/comments`, aComment(over));
  if (answer.status !== 201) throw new Error(`The comment was answered with ${answer.status}: ${answer.text}`);
  return (answer.body as { data: SentComment }).data;
};

type Row = Record<string, unknown>;

/** Returns the row of a comment, a mailbox, a report or a registration. */
export const rowOf = async (
  { strapi }: CmsHere,
  table: 'comments' | 'mailboxes' | 'registrations' | 'reports',
  where: Row,
): Promise<Row | undefined> => (await strapi.db.connection(table).where(where).first()) as Row | undefined;

/** Publishes comments, as a decision would have done. */
export const approve = async ({ strapi }: CmsHere, ...numbers: number[]): Promise<void> => {
  await strapi.db
    .connection('comments')
    .whereIn('id', numbers)
    .update({ state: 'approved', first_approved_at: new Date(), decided_at: new Date() });
};

/**
 * Inserts rows of comments into the table; columns that are left out are those of a comment that everybody can read.
 */
export const insertComments = async ({ strapi }: CmsHere, postId: string, rows: readonly Row[]): Promise<number[]> => {
  const start = Date.parse('2026-01-01T08:00:00.000Z');
  const whole = rows.map((row, index) => ({
    post_id: postId,
    audience: 'everyone',
    from_counsellor: false,
    name: `Reader ${index + 1}`,
    text: 'Thank you for this.',
    state: 'approved',
    notify_on_approval: false,
    notify_on_reply: false,
    care_urgent: false,
    personal_details: false,
    version: 1,
    link_version: 1,
    secret: randomBytes(16).toString('base64url'),
    sent_at: new Date(start + index * 60_000),
    hidden: false,
    restored: false,
    open_reports: 0,
    ...row,
  }));
  const ids: number[] = [];
  for (let at = 0; at < whole.length; at += 20) {
    const made: { id: number }[] = await strapi.db
      .connection('comments')
      .insert(whole.slice(at, at + 20))
      .returning('id');
    ids.push(...made.map(({ id }) => id));
  }
  return ids;
};

/** Inserts `count` comments that everybody can read: every fourth begins a thread, the others answer it. */
export const aPostWithComments = async (cms: CmsHere, postId: string, count: number): Promise<number[]> => {
  const start = Date.parse('2026-01-01T08:00:00.000Z');
  const sent = (n: number) => new Date(start + n * 60_000);
  const numbers = Array.from({ length: count }, (_, n) => n);
  const roots = await insertComments(
    cms,
    postId,
    numbers.filter((n) => n % 4 === 0).map((n) => ({ sent_at: sent(n), name: `Reader ${n}` })),
  );
  const replies = numbers
    .filter((n) => n % 4 !== 0)
    .map((n) => {
      const root = roots[Math.floor(n / 4)];
      return { root_id: root, parent_id: root, sent_at: sent(n), name: `Reader ${n}` };
    });
  return [...roots, ...(await insertComments(cms, postId, replies))];
};

const linkKey = (purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', process.env.LINK_SECRET ?? '', '', `quiet room ${purpose}`, 32));

const sign = (purpose: string, parts: readonly (string | number)[]): string =>
  createHmac('sha256', linkKey(purpose)).update(JSON.stringify(parts)).digest('base64url');

/** Selects rows of a CMS, in this process or in another one. */
export type Select = (statement: string) => Promise<Row[]>;

const secretOf = async (select: Select, table: 'comments' | 'mailboxes', id: number): Promise<string> =>
  String((await select(`select secret from ${table} where id = ${id}`))[0]?.secret);

/** Returns the token of a link in an email to the writer of a comment, as the CMS makes it. */
export const mailboxToken = async (
  select: Select,
  act: 'confirm' | 'unsubscribe',
  comment: number,
): Promise<string> => {
  const mailbox = Number((await select(`select mailbox_id from comments where id = ${comment}`))[0]?.mailbox_id);
  const secrets = [
    await secretOf(select, 'mailboxes', mailbox),
    ...(act === 'confirm' ? [await secretOf(select, 'comments', comment)] : []),
  ];
  return `${mailbox}.${comment}.${sign('mailbox link', [act, mailbox, comment, ...secrets])}`;
};

const periodOf = async (select: Select): Promise<string> => {
  const key = 'core_quiet-room_counsellor-links';
  const [stored] = await select(`select value from strapi_core_store_settings where key = '${key}'`);
  return stored ? String(JSON.parse(String(stored.value))) : '00000000';
};

/** Returns the token of a link in an email to the counsellor, as the CMS makes it. `ends` in seconds since 1970. */
export const decisionToken = async (
  select: Select,
  comment: number,
  version: number,
  ends: number,
): Promise<string> => {
  const secret = await secretOf(select, 'comments', comment);
  const period = await periodOf(select);
  const mac = sign('decision link', [comment, version, ends, period, secret]);
  return `${comment}.${version}.${ends}.${period}.${mac}`;
};

type Approve = (uow: unknown, which: { id: number; version: number }, now: Date) => Promise<unknown>;

/** Publishes a comment in the way that every approval does, with its emails. */
export const approveByService = async (cms: CmsHere, number: number): Promise<void> => {
  const { approveComment } = cmsPart<{ approveComment: Approve }>('api/comment/moderation/moderate-comment.js');
  const version = Number((await rowOf(cms, 'comments', { id: number }))?.version);
  const done = await inUnitOfWork(cms.strapi, (uow) => approveComment(uow, { id: number, version }, new Date()));
  if (done === null) throw new Error(`Comment ${number} could not be approved.`);
};
