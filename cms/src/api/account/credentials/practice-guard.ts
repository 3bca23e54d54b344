import type { Core } from '@strapi/strapi';
import { cleanAddress, isAddress, isRecord, mailboxKey } from 'shared';
import { notifyOwner } from '#src/api/account/accounts';
import { signInAddress } from '#src/api/email/counsellor-address/counsellor-address';
import type { StoredCommentSettings } from '#src/api/practice/domain/settings';
import { practiceOfComments } from '#src/api/practice/practice-of-comments';
import { inTransaction } from '#src/database/unit-of-work';
import { type FieldError, throwIfInvalid } from '#src/documents/check-before-publishing';
import { type ActionGuard, bodyOf } from '#src/http/extend-admin';
import { requireCode, type RequirePassword } from './current-password';
import { requesterOf } from './guards';

interface Entered {
  mail?: unknown;
  mailTo?: unknown;
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/**
 * Returns whether the settings send what readers wrote to somebody else than before: to a new address, or with every
 * word. Going back to the address that the counsellor signs in with, or to emails without words, is free.
 */
const revealsMore = (
  { mail, mailTo }: Entered,
  { before, signsInWith }: { before: StoredCommentSettings | null; signsInWith: string | null },
): boolean => {
  if (mail === 'full' && before?.mail !== 'full') return true;
  if (isEmpty(mailTo)) return false;
  const known = [before?.mailTo, signsInWith].flatMap((address) => (address ? [mailboxKey(address)] : []));
  return typeof mailTo !== 'string' || (mailTo.trim() !== '' && !known.includes(mailboxKey(mailTo.trim())));
};

interface StoredPractice {
  email: string | null;
  workshops: { howToPay?: string | null } | null;
}

const isChanged = (entered: unknown, before: string | null | undefined): boolean =>
  entered !== undefined && !(isEmpty(entered) && isEmpty(before)) && entered !== before;

/** Returns what else a thief would change, as the notices call it: where participants pay, and whom they answer. */
const divertedBy = async (strapi: Core.Strapi, { email, workshops }: Readonly<Record<string, unknown>>) => {
  if (email === undefined && !isRecord(workshops)) return [];
  const before = (await strapi.db
    .query('api::practice.practice')
    .findOne({ select: ['id', 'email'], populate: { workshops: true } })) as StoredPractice | null;
  const paysElsewhere = isRecord(workshops) && isChanged(workshops.howToPay, before?.workshops?.howToPay);
  return [
    ...(paysElsewhere ? (['payment-changed'] as const) : []),
    ...(isChanged(email, before?.email) ? (['contact-changed'] as const) : []),
  ];
};

const revealsWords = async (strapi: Core.Strapi, comments: unknown): Promise<boolean> => {
  if (!isRecord(comments)) return false;
  const { settings: before } = await practiceOfComments(strapi);
  return revealsMore(comments, { before, signsInWith: await signInAddress(strapi) });
};

/** Returns an error for each address that nobody has, so that it is said before a password is asked for. */
const addressErrors = ({ email, comments }: Readonly<Record<string, unknown>>): FieldError[] => {
  const entered = { email, 'comments.mailTo': isRecord(comments) ? comments.mailTo : undefined };
  return Object.entries(entered).flatMap(([field, value]) =>
    typeof value !== 'string' || isEmpty(value) || isAddress(cleanAddress(value))
      ? []
      : [{ field, message: 'Enter an email address, such as name@example.org.' }],
  );
};

/**
 * Guards the practice's settings: where emails to the counsellor go, that they contain what readers wrote, how people
 * pay and the address that they write to outlive every session and every password. They need the current password and,
 * with two-step sign-in, a code; of the last two, the counsellor is told.
 */
export const createPracticeGuard =
  (strapi: Core.Strapi, requirePassword: RequirePassword): ActionGuard =>
  async (ctx, next) => {
    const { currentPassword, ...body } = bodyOf(ctx);
    (ctx.request as { body?: unknown }).body = body;
    throwIfInvalid(addressErrors(body));
    const diverted = await divertedBy(strapi, body);
    if (diverted.length > 0 || (await revealsWords(strapi, body.comments))) {
      await requirePassword(strapi, requesterOf(ctx), currentPassword);
      await requireCode(strapi, requesterOf(ctx));
    }
    await next();
    const email = await signInAddress(strapi);
    if (ctx.status >= 400 || email === null || diverted.length === 0) return;
    // What the role may not change is as it was.
    const unsaved = await divertedBy(strapi, body);
    const saved = diverted.filter((event) => !unsaved.includes(event));
    if (saved.length > 0) await inTransaction(strapi, (uow) => notifyOwner(uow, { email }, saved));
  };
