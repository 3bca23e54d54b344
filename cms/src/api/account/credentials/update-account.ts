import type { Core } from '@strapi/strapi';
import {
  type Account,
  type AuthService,
  findAccount,
  practiceNames,
  type UserService,
  type WithRoles,
} from '#src/api/account/accounts';
import { passwordProblem } from '#src/api/account/domain/password-rules';
import type { AccountChange } from '#src/api/account/emails/account-changed';
import { endSessions } from '#src/api/account/sign-in/sessions';
import { fieldError } from '#src/api/account/sign-in/sign-in-errors';
import { counsellorAddress } from '#src/api/email/counsellor-address/counsellor-address';
import { endSentLinksOf } from '#src/api/email/counsellor-address/link-period';
import { inTransaction } from '#src/database/unit-of-work';
import { reportChange } from './report-change';

type Changes = Readonly<Record<string, unknown>>;

const isOtherAddress = (before: Account, { email }: Changes): boolean =>
  typeof email === 'string' && email.toLowerCase() !== before.email.toLowerCase();

const rolesOf = async (strapi: Core.Strapi, id: number): Promise<WithRoles | null> =>
  (await strapi.db
    .query('admin::user')
    .findOne({ where: { id }, select: ['id'], populate: ['roles'] })) as WithRoles | null;

const idsOf = ({ roles = [] }: WithRoles): string =>
  roles
    .map(({ id }) => id)
    .sort()
    .join();

/** Returns the changed roles; nothing if they are those of before. */
const changedRoles = (before: WithRoles | null, after: WithRoles): AccountChange[] =>
  before === null || idsOf(before) === idsOf(after)
    ? []
    : [{ kind: 'roles', roles: (after.roles ?? []).map(({ name }) => name) }];

const changesOf = (before: Account, { email, password, isActive, ...more }: Changes): AccountChange[] => [
  ...(isOtherAddress(before, { email }) ? [{ kind: 'email', email: String(email).toLowerCase() } as const] : []),
  ...(password === undefined ? [] : [{ kind: 'password' } as const]),
  ...(isActive === false && before.is_active ? [{ kind: 'deactivated' } as const] : []),
  // Whoever accepts an invitation is not reported: the invitation was.
  ...(isActive === true && !before.is_active && more.registrationToken === undefined
    ? [{ kind: 'activated' } as const]
    : []),
];

/** A link to choose a password, in the mailbox of before, must not outlive the change. */
const noReset = { resetPasswordToken: null, resetPasswordTokenExpiresAt: null };

/**
 * Returns Strapi's way of changing an account, through which all others go: the profile, the list of users, a reset, an
 * invitation and the command line. What matters is reported (`reportChange`); a new address or password ends all
 * sessions, the link of a reset and, for the counsellor, the links in emails, in the transaction of the change.
 */
export const createUpdateById =
  (strapi: Core.Strapi, { updateById }: UserService): UserService['updateById'] =>
  (id, changes) =>
    inTransaction(strapi, async (uow) => {
      const before = await findAccount(uow, { id });
      if (before === undefined) return updateById(id, changes);
      const counsellor = await counsellorAddress(strapi);
      const roles = changes.roles === undefined ? null : await rolesOf(strapi, id);
      const endsAll = changes.password !== undefined || changes.isActive === false || isOtherAddress(before, changes);
      const updated = await updateById(id, { ...changes, ...(endsAll && noReset) });
      const reported = [...changesOf(before, changes), ...changedRoles(roles, updated)];
      await reportChange(uow, { account: before, changes: reported, counsellor });
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
