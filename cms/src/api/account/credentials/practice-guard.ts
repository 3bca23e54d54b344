import type { Core } from '@strapi/strapi';
import { mailboxKey } from 'shared';
import { signInAddress } from '#src/api/email/counsellor-address/counsellor-address';
import type { StoredCommentSettings } from '#src/api/practice/domain/settings';
import { practiceOfComments } from '#src/api/practice/read-practice';
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

/**
 * Guards the practice's settings: where emails to the counsellor go, and that they contain what readers wrote, outlive
 * every session and every password, so both need the current password and, with two-step sign-in, a code.
 */
export const createPracticeGuard =
  (strapi: Core.Strapi, requirePassword: RequirePassword): ActionGuard =>
  async (ctx, next) => {
    const { currentPassword, ...body } = bodyOf(ctx);
    (ctx.request as { body?: unknown }).body = body;
    const { comments } = body;
    if (typeof comments === 'object' && comments !== null) {
      const { settings: before } = await practiceOfComments(strapi);
      if (revealsMore(comments, { before, signsInWith: await signInAddress(strapi) })) {
        await requirePassword(strapi, requesterOf(ctx), currentPassword);
        await requireCode(strapi, requesterOf(ctx));
      }
    }
    await next();
  };
