import type { Core } from '@strapi/strapi';
import { type Account, type AuthService, type CredentialsResult, findAccount } from '#src/api/account/accounts';
import { hasSecondFactor, isUndecided, useCode } from '#src/api/account/second-factor/second-factor';
import { isStorageError } from '#src/database/storage-error';
import { type ActionGuard, bodyOf } from '#src/http/extend-admin';
import { codeNeeded, fieldError, signInRefused, signInUnavailable } from './sign-in-errors';

/**
 * The hash of a password that nobody has, made with as many rounds as Strapi's. It is compared where there is no
 * account, or one without a password, so that the time of an answer does not tell which addresses have an account.
 */
const decoyHash = '$2a$10$R8johOZTX9Uh6xbrgPBHC.Z8KY1U1JGmlUf7GGYXlrlxhgShsgq7O';

const notRight = 'The email address or the password is not right.';

/** Where guards of this feature put what Strapi's own validation would refuse. */
interface SecondFactorState {
  secondFactorCode?: string;
}

const typedCode = (strapi: Core.Strapi): string | undefined =>
  (strapi.requestContext.get()?.state as SecondFactorState | undefined)?.secondFactorCode;

/** Tidies the address up as it is stored: phones begin it with a capital or end it with a space. */
export const tidyAddress: ActionGuard = async (ctx, next) => {
  const { email, ...body } = bodyOf(ctx);
  const tidy = typeof email === 'string' ? email.trim().toLowerCase() : email;
  (ctx.request as { body?: unknown }).body = { ...body, ...(email !== undefined && { email: tidy }) };
  await next();
};

/** Takes the code out of the body, which Strapi's validation of a reset would refuse for it. */
export const takeCode: ActionGuard = async (ctx, next) => {
  const { code, ...body } = bodyOf(ctx);
  (ctx.request as { body?: unknown }).body = body;
  if (typeof code === 'string' && code.trim() !== '')
    Object.assign(ctx.state, { secondFactorCode: code } satisfies SecondFactorState);
  await next();
};

interface CodeErrors {
  /** The code is missing or wrong: another one may be sent. */
  needed: (message: string) => Error;
  /** None is accepted now. */
  refused: (message: string) => Error;
}

const atSignIn: CodeErrors = { needed: codeNeeded, refused: signInRefused };

/** The errors of a change by someone who is signed in: forms show them, and keep what was typed. */
export const atChange: CodeErrors = {
  needed: (message) => fieldError('code', message, 'second-factor'),
  refused: (message) => fieldError('code', message),
};

/**
 * Uses up the code that was sent with the request, if the account has two-step sign-in.
 * @throws one of `codeErrors` if the code is missing or wrong, or none is accepted now
 */
export const requireSecondFactor = async (
  strapi: Core.Strapi,
  account: Pick<Account, 'id' | 'email'>,
  { needed, refused }: CodeErrors = atSignIn,
  code = typedCode(strapi),
): Promise<void> => {
  if (!(await hasSecondFactor(strapi, account.id))) return;
  if (code === undefined) throw needed('You also need a code from your authenticator app.');
  const outcome = await useCode(strapi, account, code, new Date());
  if (outcome === 'wrong') throw needed('That code is not right, or was used before. Enter the newest one.');
  if (outcome === 'locked') throw refused('There were too many wrong codes. Please wait 15 minutes and try again.');
};

const check = async (
  strapi: Core.Strapi,
  { validatePassword }: AuthService,
  { email, password }: Parameters<AuthService['checkCredentials']>[0],
): Promise<CredentialsResult> => {
  // PostgreSQL refuses NUL in a text, and no address has one.
  const isText = typeof email === 'string' && typeof password === 'string' && !email.includes('\u0000');
  const account = isText ? await findAccount(strapi, { email }) : undefined;
  const isRight = await validatePassword(isText ? password : '', account?.password ?? decoyHash);
  if (!account?.password || !isRight) return [null, false, { message: notRight }];
  // Strapi's sign-in page knows this sentence and explains it.
  if (!account.is_active) return [null, false, { message: 'User not active' }];
  await requireSecondFactor(strapi, account);
  const user: unknown = await strapi.db.query('admin::user').findOne({ where: { id: account.id } });
  return [null, user];
};

/**
 * Returns Strapi's check of an address and a password with a second step, and with one comparison of hashes for every
 * attempt: for unknown addresses, invitations that were not accepted and deactivated accounts, too.
 */
export const createCheckCredentials =
  (strapi: Core.Strapi, auth: AuthService): AuthService['checkCredentials'] =>
  async (credentials) => {
    try {
      return await check(strapi, auth, credentials);
    } catch (error) {
      throw isStorageError(error) ? signInUnavailable(error) : error;
    }
  };

/** Adds to the response of a sign-in whether its owner should be offered two-step sign-in. */
export const createOffer =
  (strapi: Core.Strapi): ActionGuard =>
  async (ctx, next) => {
    await next();
    const { body } = ctx.response as { body?: { data?: { user?: { id?: number } } } };
    const id = body?.data?.user?.id;
    if (ctx.status === 200 && body?.data && id !== undefined && (await isUndecided(strapi, id)))
      Object.assign(body.data, { offersSecondFactor: true });
  };
