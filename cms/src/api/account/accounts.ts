import type { Core } from '@strapi/strapi';
import { type Database, tableRows, type UnitOfWork } from '#src/database/unit-of-work';
import { settingsOf } from '#src/settings';
import { type AccountEvent, accountNotice } from './emails/account-emails';

/** An account of the admin, as Strapi stores it. */
export interface Account {
  id: number;
  email: string;
  firstname: string | null;
  lastname: string | null;
  /** The bcrypt hash; null until an invitation is accepted. */
  password: string | null;
  is_active: boolean | 0 | 1 | null;
}

const accountRows = tableRows<Account>('admin_users');

/** The parts of Strapi's account services that are used or extended here. */
export interface AuthService {
  validatePassword: (password: string, hash: string) => Promise<boolean>;
  hashPassword: (password: string) => Promise<string>;
  checkCredentials: (given: { email?: unknown; password?: unknown }) => Promise<CredentialsResult>;
  forgotPassword: (given: { email?: unknown }) => Promise<unknown>;
  resetPassword: (given: { resetPasswordToken?: unknown; password?: unknown }) => Promise<unknown>;
}

/** The roles of an account, as Strapi's account services return them. */
export interface WithRoles {
  readonly roles?: readonly { readonly id: number; readonly name: string }[];
}

interface CreatedAccount extends WithRoles {
  id: number;
  email: string;
  registrationToken: string | null;
}

export interface UserService {
  create: (attributes: Readonly<Record<string, unknown>>) => Promise<CreatedAccount>;
  findRegistrationInfo: (registrationToken: unknown) => Promise<unknown>;
  register: (given: { registrationToken?: unknown; userInfo?: unknown }) => Promise<unknown>;
  updateById: (id: number, changes: Readonly<Record<string, unknown>>) => Promise<WithRoles>;
  deleteById: (id: number | string) => Promise<unknown>;
  deleteByIds: (ids: readonly (number | string)[]) => Promise<unknown>;
}

/** What passport takes: an error, the account or false, and why not. */
export type CredentialsResult = [error: null, account: unknown, info?: { message: string }];

export const authService = (strapi: Core.Strapi): AuthService =>
  strapi.service('admin::auth') as unknown as AuthService;

export const userService = (strapi: Core.Strapi): UserService =>
  strapi.service('admin::user') as unknown as UserService;

/** Returns an account with its password hash, or undefined. */
export const findAccount = async (
  database: Database,
  which: { id: number } | { email: string },
): Promise<Account | undefined> =>
  await accountRows(database)
    .where(which)
    .first<Account | undefined>('id', 'email', 'firstname', 'lastname', 'password', 'is_active');

/** Returns names and address of an account, which its password must not consist of. */
export const personalParts = ({ email, firstname, lastname }: Partial<Account>): string[] =>
  [email, firstname, lastname].filter((part) => typeof part === 'string');

/** Returns what everybody knows about the practice, which no password must consist of. */
export const practiceNames = async (strapi: Core.Strapi): Promise<string[]> => {
  const fields = ['name', 'counsellor', 'town'] as const;
  const practice = (await strapi.db.query('api::practice.practice').findOne({ select: ['id', ...fields] })) as Record<
    (typeof fields)[number],
    string | null
  > | null;
  return fields.flatMap((field) => practice?.[field] ?? []);
};

/** Returns the address of a page of the admin where someone signs in, such as `forgot-password`. */
export const authPage = (strapi: Core.Strapi, page: string): string =>
  `${settingsOf(strapi).cmsUrl}/admin/auth/${page}`;

/**
 * Tells the owner of an account what happened to it, in the transaction in which it happens.
 * @param done who did it, and when, in words; undefined if the owner did
 */
export const notifyOwner = (
  uow: UnitOfWork,
  { email }: Pick<Account, 'email'>,
  events: readonly AccountEvent[],
  done?: string,
): Promise<boolean> =>
  accountNotice.enqueue(uow, {
    to: email,
    events,
    ...(done !== undefined && { done }),
    forgotPasswordPage: authPage(uow.strapi, 'forgot-password'),
  });
