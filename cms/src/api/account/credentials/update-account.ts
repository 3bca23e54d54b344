import type { Core } from '@strapi/strapi';
import {
  type Account,
  type AuthService,
  findAccount,
  notifyOwner,
  practiceNames,
  type UserService,
} from '#src/api/account/accounts';
import { passwordProblem } from '#src/api/account/domain/password-rules';
import { endSessions } from '#src/api/account/sign-in/sessions';
import { fieldError } from '#src/api/account/sign-in/sign-in-errors';
import { endSentLinksOf } from '#src/api/email/counsellor-address/link-period';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';

type Changes = Readonly<Record<string, unknown>>;

const isOtherAddress = (before: Account, { email }: Changes): boolean =>
  typeof email === 'string' && email.toLowerCase() !== before.email.toLowerCase();

const tellOwner = async (uow: UnitOfWork, before: Account, changes: Changes): Promise<void> => {
  // Nobody has signed in to an invitation that was not accepted.
  if (before.password === null) return;
  if (isOtherAddress(before, changes)) await notifyOwner(uow, before, 'email-changed');
  if (changes.password !== undefined) await notifyOwner(uow, before, 'password-changed');
  if (changes.isActive === false && before.is_active) await notifyOwner(uow, before, 'deactivated');
};

/** A link to choose a password, in the mailbox of before, must not outlive the change. */
const noReset = { resetPasswordToken: null, resetPasswordTokenExpiresAt: null };

/**
 * Returns Strapi's way of changing an account, through which all others go: the profile, the list of users, a reset, an
 * invitation and the command line. A new address or password is told to the old address and ends all sessions, the link
 * of a reset and, for the counsellor, the links in emails, in the transaction of the change.
 */
export const createUpdateById =
  (strapi: Core.Strapi, { updateById }: UserService): UserService['updateById'] =>
  (id, changes) =>
    inTransaction(strapi, async (uow) => {
      const before = await findAccount(uow, { id });
      if (before === undefined) return updateById(id, changes);
      const endsAll = changes.password !== undefined || changes.isActive === false || isOtherAddress(before, changes);
      const updated = await updateById(id, { ...changes, ...(endsAll && noReset) });
      await tellOwner(uow, before, changes);
      if (endsAll) await endSessions(strapi, id);
      if (endsAll) await endSentLinksOf(strapi, id);
      return updated;
    });

/**
 * Returns Strapi's hashing of passwords, which every new password goes through: one that is easy to guess is refused
 * here, whichever way it comes. Forms check it before, with the names of its owner.
 */
export const createHashPassword =
  (strapi: Core.Strapi, { hashPassword }: AuthService): AuthService['hashPassword'] =>
  async (password) => {
    const problem = await passwordProblem(password, await practiceNames(strapi));
    if (problem !== null) throw fieldError('password', problem);
    return hashPassword(password);
  };
