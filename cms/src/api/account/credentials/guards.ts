import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { type Account, findAccount, personalParts, practiceNames } from '#src/api/account/accounts';
import { passwordProblem } from '#src/api/account/domain/password-rules';
import { currentSession, renewSession } from '#src/api/account/sign-in/sessions';
import { fieldError } from '#src/api/account/sign-in/sign-in-errors';
import { type ActionContext, type ActionGuard, bodyOf, type SignedInState } from '#src/http/extend-admin';
import { type Requester, requireCode, type RequirePassword } from './current-password';
import { accountOfReset } from './reset-password';

type Body = Readonly<Record<string, unknown>>;

const signedIn = ({ state }: ActionContext): SignedInState['user'] => {
  if (!state.user) throw new errors.UnauthorizedError('Please sign in.');
  return state.user;
};

/** Returns who makes a change by a request. */
export const requesterOf = (ctx: ActionContext): Requester => ({
  account: signedIn(ctx),
  session: ctx.state.session,
});

/** @throws ValidationError at `password` if it is easy to guess */
const refuseWeak = async (strapi: Core.Strapi, password: unknown, owner: Partial<Account>): Promise<void> => {
  // Strapi's own validation says so if it is no text.
  if (typeof password !== 'string') return;
  const problem = await passwordProblem(password, [...personalParts(owner), ...(await practiceNames(strapi))]);
  if (problem !== null) throw fieldError('password', problem);
};

const newAddress = ({ email }: Body, before: Pick<Account, 'email'>): string | null => {
  const address = typeof email === 'string' ? email.trim().toLowerCase() : before.email;
  return address === before.email.toLowerCase() ? null : address;
};

/** @throws ValidationError at `email` if another account has the address */
const refuseTaken = async (strapi: Core.Strapi, address: string): Promise<void> => {
  const taken = await strapi.db.query('admin::user').count({ where: { email: address } });
  if (taken > 0) throw fieldError('email', 'Another account already has this email address.');
};

/**
 * Guards one's own profile: a new address or password needs the current password and, with two-step sign-in, a code.
 * Other devices are signed out, and the one in use gets a new session.
 */
export const createProfileGuard =
  (strapi: Core.Strapi, requirePassword: RequirePassword): ActionGuard =>
  async (ctx, next) => {
    const body = bodyOf(ctx);
    const user = signedIn(ctx);
    const address = newAddress(body, user);
    if (address === null && body.password === undefined) return next();
    await requirePassword(strapi, requesterOf(ctx), body.currentPassword);
    await refuseWeak(strapi, body.password, user);
    if (address !== null) await refuseTaken(strapi, address);
    await requireCode(strapi, requesterOf(ctx));
    const session = await currentSession(strapi, ctx);
    await next();
    if (session && ctx.status < 400) await renewSession(strapi, ctx, session);
  };

/**
 * Guards what changes or deletes other accounts, or invites someone: with the emergency account's session alone, nobody
 * takes over an account, makes one for themselves or shuts others out.
 */
export const createUsersGuard =
  (strapi: Core.Strapi, requirePassword: RequirePassword): ActionGuard =>
  async (ctx, next) => {
    const { currentPassword, ...body } = bodyOf(ctx);
    await requirePassword(strapi, requesterOf(ctx), currentPassword);
    (ctx.request as { body?: unknown }).body = body;
    const id = Number((ctx.params as { id?: string }).id);
    const owner = Number.isSafeInteger(id) ? await findAccount(strapi, { id }) : undefined;
    if (body.password !== undefined) await refuseWeak(strapi, body.password, owner ?? {});
    const address = owner ? newAddress(body, owner) : null;
    if (address !== null) await refuseTaken(strapi, address);
    await requireCode(strapi, requesterOf(ctx));
    const session = owner?.id === signedIn(ctx).id ? await currentSession(strapi, ctx) : null;
    await next();
    const changesOwn = address !== null || body.password !== undefined;
    if (session && changesOwn && ctx.status < 400) await renewSession(strapi, ctx, session);
  };

/** Guards the reset of a password: the new one is not easy to guess. */
export const createResetGuard =
  (strapi: Core.Strapi): ActionGuard =>
  async (ctx, next) => {
    const { password, resetPasswordToken } = bodyOf(ctx);
    await refuseWeak(strapi, password, (await accountOfReset(strapi, resetPasswordToken)) ?? {});
    await next();
  };

/** Guards the acceptance of an invitation likewise. */
export const createRegisterGuard =
  (strapi: Core.Strapi): ActionGuard =>
  async (ctx, next) => {
    const { userInfo } = bodyOf(ctx) as { userInfo?: Partial<Account> };
    await refuseWeak(strapi, userInfo?.password, { ...userInfo, email: '' });
    await next();
  };
