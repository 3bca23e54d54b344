import type { Core } from '@strapi/strapi';
import { extendService, guardAction } from '#src/http/extend-admin';
import type { AuthService, UserService } from './accounts';
import { createCreate } from './credentials/create-account';
import { createRequirePassword, type RequirePassword } from './credentials/current-password';
import { createDeletions } from './credentials/delete-accounts';
import { createProfileGuard, createRegisterGuard, createResetGuard, createUsersGuard } from './credentials/guards';
import { createInvitations } from './credentials/invitations';
import { createPracticeGuard } from './credentials/practice-guard';
import { createForgotPassword, createResetPassword } from './credentials/reset-password';
import { createHashPassword, createUpdateById } from './credentials/update-account';
import { createCheckCredentials, createOffer, takeCode, tidyAddress } from './sign-in/check-credentials';
import { createEndDevice, createEndOtherDevices } from './sign-in/sessions';

const key = 'quiet-room-require-password';

/** Returns the check of the current password, whose counter all endpoints of this process share. */
export const requirePasswordOf = (strapi: Core.Strapi): RequirePassword => strapi.get<RequirePassword>(key);

type Context = Parameters<Core.MiddlewareHandler>[0];

interface Routes {
  get: (path: string, handler: (ctx: Context) => void) => unknown;
}

/**
 * Leads password managers from the address that they know to the page where the password is changed.
 * @see https://www.w3.org/TR/change-password-url/
 */
const serveChangePassword = (strapi: Core.Strapi): void => {
  const router = strapi.server.router as Routes;
  router.get('/.well-known/change-password', (ctx) => {
    ctx.redirect('/admin/me');
  });
};

/**
 * Extends how Strapi signs people in and changes their accounts. Services hold what is true for everything that uses
 * them; guards of actions add what needs the request: who asks, and the field to show an error at.
 */
export const extendAccounts = (strapi: Core.Strapi): void => {
  const requirePassword = createRequirePassword();
  strapi.add(key, () => requirePassword);
  serveChangePassword(strapi);
  extendService<AuthService>(strapi, 'admin::auth', (auth) => ({
    checkCredentials: createCheckCredentials(strapi, auth),
    forgotPassword: createForgotPassword(strapi),
    resetPassword: createResetPassword(strapi, auth),
    hashPassword: createHashPassword(strapi, auth),
  }));
  extendService<UserService>(strapi, 'admin::user', (users) => ({
    ...createInvitations({ ...users, create: createCreate(strapi, users) }),
    updateById: createUpdateById(strapi, users),
    ...createDeletions(strapi, users),
  }));

  guardAction(strapi, 'admin::authentication', 'login', createOffer(strapi));
  guardAction(strapi, 'admin::authentication', 'login', takeCode);
  guardAction(strapi, 'admin::authentication', 'login', tidyAddress);
  guardAction(strapi, 'admin::authentication', 'forgotPassword', tidyAddress);
  guardAction(strapi, 'admin::authentication', 'resetPassword', createResetGuard(strapi));
  guardAction(strapi, 'admin::authentication', 'resetPassword', takeCode);
  guardAction(strapi, 'admin::authentication', 'register', createRegisterGuard(strapi));
  guardAction(strapi, 'admin::authenticated-user', 'updateMe', createProfileGuard(strapi, requirePassword));
  guardAction(strapi, 'admin::authenticated-user', 'updateMe', takeCode);
  guardAction(strapi, 'admin::authenticated-session', 'revoke', createEndDevice(strapi));
  guardAction(strapi, 'admin::authenticated-session', 'revokeAll', createEndOtherDevices(strapi));
  for (const action of ['create', 'update', 'deleteMany']) {
    guardAction(strapi, 'admin::user', action, createUsersGuard(strapi, requirePassword));
    guardAction(strapi, 'admin::user', action, takeCode);
  }
  const practice = 'plugin::content-manager.single-types';
  guardAction(strapi, practice, 'createOrUpdate', createPracticeGuard(strapi, requirePassword));
  guardAction(strapi, practice, 'createOrUpdate', takeCode);
};
