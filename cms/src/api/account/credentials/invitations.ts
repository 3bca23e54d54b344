import { errors } from '@strapi/utils';
import type { UserService } from '#src/api/account/accounts';
import { hashOfCode, hashOfGivenCode, newCode } from './link-codes';

type Invitations = Pick<UserService, 'create' | 'findRegistrationInfo' | 'register'>;

/**
 * Returns Strapi's invitations with the hash of the code in the database. The link is shown once, to the person who
 * invites.
 */
export const createInvitations = ({ create, findRegistrationInfo, register }: Invitations): Invitations => ({
  create: async (attributes) => {
    // An account with a password is no invitation; Strapi gives it no code.
    if ('registrationToken' in attributes) return create(attributes);
    const code = newCode();
    const created = await create({ ...attributes, registrationToken: hashOfCode(code) });
    return { ...created, registrationToken: code };
  },
  findRegistrationInfo: async (given) => {
    const hash = hashOfGivenCode(given);
    return hash === null ? undefined : findRegistrationInfo(hash);
  },
  register: async ({ registrationToken, userInfo }) => {
    const hash = hashOfGivenCode(registrationToken);
    if (hash === null) throw new errors.ValidationError('Invalid registration info');
    return register({ registrationToken: hash, userInfo });
  },
});
