import { createHash, randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { cleanAddress, mailboxKey, type NotificationAddress } from 'shared';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import type { ChangeMiddleware } from '#src/documents/document-rules';
import { isSameSecret } from '#src/security/link-keys';
import { settingsOf } from '#src/settings';
import { addressEmails } from './address-emails';
import { counsellorAddress, readAddress, signInAddress, writeAddress } from './counsellor-address';

const linkLifetimeMs = 7 * 24 * 60 * 60 * 1000;
const resendAfterMs = 60_000;
/** Longer than a holiday: the notice may wait in a mailbox that she reads rarely. */
const stopLifetimeMs = 30 * 24 * 60 * 60 * 1000;
/** More than anybody needs in that time. The first ones stay: they are those of the owner. */
const maxStops = 50;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const isSame = (a: string, b: string): boolean => mailboxKey(a) === mailboxKey(b);

const newToken = (): string => randomBytes(32).toString('base64url');

/** Returns the page of the admin behind a link. The secret is behind the `#`, which browsers keep to themselves. */
const linkTo = (strapi: Core.Strapi, token: string): string =>
  `${settingsOf(strapi).cmsUrl}/admin/comments/address#${token}`;

interface Before {
  readonly to: string | null;
  /** What was stored as confirmed. */
  readonly confirmed: string | null;
}

/** Tells the address before that emails go, or would go, to another one, with a link that undoes it. */
const notifyBefore = async (
  uow: UnitOfWork,
  { to, confirmed: back }: Before,
  { now, ...change }: { newAddress: string; isConfirmed: boolean; now: Date },
): Promise<void> => {
  const { strapi } = uow;
  if (to === null || isSame(to, change.newAddress)) return;
  const token = newToken();
  const stored = await readAddress(strapi);
  const expiresAt = new Date(now.getTime() + stopLifetimeMs).toISOString();
  const valid = (stored.stops ?? []).filter((earlier) => new Date(earlier.expiresAt) > now).slice(0, maxStops - 1);
  const stops = [...valid, { tokenHash: hashOf(token), back, expiresAt }];
  await writeAddress(strapi, { ...stored, stops });
  const stop = linkTo(strapi, `stop-${token}`);
  await addressEmails.counsellorAddressChanged.enqueue(uow, { to, stop, ...change });
};

/** Sends a link to a new address. */
const askToConfirm = async (uow: UnitOfWork, address: string, now: Date): Promise<void> => {
  const token = newToken();
  const stored = await readAddress(uow.strapi);
  const expiresAt = new Date(now.getTime() + linkLifetimeMs).toISOString();
  await writeAddress(uow.strapi, { ...stored, pending: { address, tokenHash: hashOf(token), expiresAt } });
  await addressEmails.confirmCounsellorAddress.enqueue(uow, { to: address, confirm: linkTo(uow.strapi, token) });
};

/**
 * Follows the address in the practice's settings. A new one has to be confirmed first; the one that the counsellor
 * signs in with, or none, counts at once. The address before is told of both.
 */
const followSetting = async (uow: UnitOfWork, typed: string | null, now: Date): Promise<void> => {
  const { strapi } = uow;
  const stored = await readAddress(strapi);
  const { confirmed, pending } = stored;
  const account = await signInAddress(strapi);
  const before = { to: confirmed ?? account, confirmed };
  const wanted = typed === null || typed.trim() === '' ? account : cleanAddress(typed);
  if (wanted !== null && pending !== null && isSame(wanted, pending.address) && new Date(pending.expiresAt) > now)
    return;
  if (wanted === null || (account !== null && isSame(wanted, account))) {
    await writeAddress(strapi, { ...stored, confirmed: null, pending: null });
    if (account !== null) await notifyBefore(uow, before, { newAddress: account, isConfirmed: true, now });
    return;
  }
  if (confirmed !== null && isSame(wanted, confirmed)) {
    await writeAddress(strapi, { ...stored, pending: null });
    return;
  }
  await askToConfirm(uow, wanted, now);
  await notifyBefore(uow, before, { newAddress: wanted, isConfirmed: false, now });
};

const addressInSettings = async (strapi: Core.Strapi): Promise<string | null> => {
  const row = (await strapi.db
    .query('api::practice.practice')
    .findOne({ select: ['id'], populate: { comments: true } })) as {
    comments: { mailTo?: string | null } | null;
  } | null;
  return row?.comments?.mailTo ?? null;
};

/** Follows the address whenever the practice has been saved, in the same transaction. */
export const followAddressSetting =
  (strapi: Core.Strapi, now: () => Date): ChangeMiddleware =>
  async ({ uid }, next) => {
    const result = await next();
    if (uid === 'api::practice.practice')
      await inTransaction(strapi, async (uow) => followSetting(uow, await addressInSettings(strapi), now()));
    return result;
  };

/** Returns where emails to the counsellor go, and which address waits for its confirmation. */
export const notificationAddressOf = async (strapi: Core.Strapi, now: Date): Promise<NotificationAddress> => {
  const { pending } = await readAddress(strapi);
  return {
    address: await counsellorAddress(strapi),
    pending: pending && { address: pending.address, isExpired: new Date(pending.expiresAt) <= now },
  };
};

const deadLink = () =>
  new errors.ValidationError(
    'This link does not work any more. Open the settings of the practice: they show which address is used, and can send a new link.',
  );

/**
 * Confirms the address that a link was sent to: from now on, emails to the counsellor go there.
 *
 * @throws ValidationError for a link that is wrong, replaced, expired or used
 */
export const confirmAddress = (strapi: Core.Strapi, token: string, now: Date): Promise<NotificationAddress> =>
  inTransaction(strapi, async (uow) => {
    const stored = await readAddress(strapi);
    const { pending, confirmed } = stored;
    const before = { to: await counsellorAddress(strapi), confirmed };
    const isRight =
      pending !== null && isSameSecret(hashOf(token), pending.tokenHash) && new Date(pending.expiresAt) > now;
    if (!isRight) throw deadLink();
    await writeAddress(strapi, { ...stored, confirmed: pending.address, pending: null });
    await notifyBefore(uow, before, { newAddress: pending.address, isConfirmed: true, now });
    return notificationAddressOf(strapi, now);
  });

const enterInSettings = async (strapi: Core.Strapi, mailTo: string | null): Promise<void> => {
  const documents = strapi.documents('api::practice.practice');
  const practice = await documents.findFirst({ populate: { comments: true } });
  if (!practice?.comments) return;
  // Strapi's types know no null, which empties a field.
  const data: object = { comments: { ...practice.comments, mailTo } };
  await documents.update({ documentId: practice.documentId, data });
};

/**
 * Undoes a change of the address: emails go to the address again that was told of it. Links of later changes end, too;
 * those of earlier ones do not, because a thief is told of later changes only.
 *
 * @throws ValidationError for a link that is wrong, expired or used
 */
export const stopAddress = (strapi: Core.Strapi, token: string, now: Date): Promise<NotificationAddress> =>
  inTransaction(strapi, async () => {
    const { stops = [] } = await readAddress(strapi);
    const index = stops.findIndex(({ tokenHash }) => isSameSecret(hashOf(token), tokenHash));
    const stop = stops[index];
    if (stop === undefined || new Date(stop.expiresAt) <= now) throw deadLink();
    await writeAddress(strapi, { confirmed: stop.back, pending: null, stops: stops.slice(0, index) });
    await enterInSettings(strapi, stop.back);
    return notificationAddressOf(strapi, now);
  });

/**
 * Sends another link to the address that waits for its confirmation; the one before stops working.
 *
 * @throws ValidationError when no address waits, or a link was sent less than a minute ago
 */
export const resendLink = (strapi: Core.Strapi, now: Date): Promise<NotificationAddress> =>
  inTransaction(strapi, async (uow) => {
    const { pending } = await readAddress(strapi);
    if (pending === null) throw new errors.ValidationError('No address is waiting to be confirmed.');
    if (new Date(pending.expiresAt).getTime() - now.getTime() > linkLifetimeMs - resendAfterMs)
      throw new errors.ValidationError(
        'A link was sent less than a minute ago. Look in that mailbox, and among its spam, before you ask for another one.',
      );
    await askToConfirm(uow, pending.address, now);
    return notificationAddressOf(strapi, now);
  });
