import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { codeRequest, currentPasswordRequest } from 'shared';
import type { AdminEndpoint } from '#src/http/admin-endpoint';
import { noQuery, parseBody, parseQuery } from '#src/http/request';
import { type Account, findAccount } from './accounts';
import { requireCode } from './credentials/current-password';
import { requirePasswordOf } from './extend-strapi';
import { manageOwnSignIn } from './permissions';
import {
  beginSetup,
  confirmSetup,
  hasSecondFactor,
  renewRecoveryCodes,
  secondFactorStatusOf,
  skipSecondFactor,
  turnOffSecondFactor,
} from './second-factor/second-factor';
import { currentSession } from './sign-in/sessions';
import { fieldError } from './sign-in/sign-in-errors';

type AdminContext = Parameters<AdminEndpoint['handle']>[1];

/** Returns the account that is signed in, once its current password was entered and, with two-step sign-in, a code. */
const confirmedAccount = async (strapi: Core.Strapi, { state, request }: AdminContext): Promise<Account> => {
  const account = await findAccount(strapi, { id: state.user.id });
  if (account === undefined) throw new errors.UnauthorizedError('Please sign in.');
  const parsed = currentPasswordRequest.safeParse(request.body ?? {});
  const requester = { account, session: state.session };
  await requirePasswordOf(strapi)(strapi, requester, parsed.data?.currentPassword);
  await requireCode(strapi, requester, parsed.data?.code);
  return account;
};

const endpoint = (method: AdminEndpoint['method'], path: string, handle: AdminEndpoint['handle']): AdminEndpoint => ({
  method,
  path: `/account/second-factor${path}`,
  permission: manageOwnSignIn,
  handle,
});

/**
 * One's own two-step sign-in. Every change needs the current password, and a code where it is on: otherwise a stolen
 * password would turn it off, or make recovery codes, first.
 */
export const accountEndpoints: readonly AdminEndpoint[] = [
  endpoint('GET', '', async (strapi, { query, state }) => {
    parseQuery(noQuery, query);
    return secondFactorStatusOf(strapi, state.user.id);
  }),
  endpoint('POST', '/skip', async (strapi, { state }) => {
    await skipSecondFactor(strapi, state.user.id, new Date());
    return secondFactorStatusOf(strapi, state.user.id);
  }),
  endpoint('POST', '/begin', async (strapi, ctx) => {
    const account = await confirmedAccount(strapi, ctx);
    if (await hasSecondFactor(strapi, account.id))
      throw new errors.ApplicationError('Two-step sign-in is already on. Turn it off first to use another app.');
    return beginSetup(strapi, account, new Date());
  }),
  endpoint('POST', '/confirm', async (strapi, { state, request }) => {
    const { code } = parseBody(codeRequest, request.body);
    const account = await findAccount(strapi, { id: state.user.id });
    const session = await currentSession(strapi, { state });
    const recoveryCodes = account ? await confirmSetup(strapi, { account, session, code }, new Date()) : null;
    if (recoveryCodes === null)
      throw fieldError('code', 'That code is not right. Enter the newest one, or begin again if this took a while.');
    return { recoveryCodes };
  }),
  endpoint('POST', '/recovery-codes', async (strapi, ctx) => {
    const account = await confirmedAccount(strapi, ctx);
    if (!(await hasSecondFactor(strapi, account.id)))
      throw new errors.ApplicationError('Two-step sign-in is off, so there are no recovery codes.');
    return { recoveryCodes: await renewRecoveryCodes(strapi, account) };
  }),
  endpoint('POST', '/end', async (strapi, ctx) => {
    const account = await confirmedAccount(strapi, ctx);
    await turnOffSecondFactor(strapi, account, new Date());
    return secondFactorStatusOf(strapi, account.id);
  }),
];
