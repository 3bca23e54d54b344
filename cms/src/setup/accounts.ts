import { randomInt } from 'node:crypto';
import { appendFile, chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/database/unit-of-work';
import type { Settings } from '#src/settings';
import { roleService, userService } from './admin-services';
import { roleCodes } from './roles';

/** Leaves out letters and digits that look alike on paper (0 O o, 1 l I). */
const alphabets = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789'] as const;
const all = alphabets.join('');
const groups = 4;
const groupLength = 5;

const randomCharacter = (): string => all.charAt(randomInt(all.length));

/**
 * Returns four groups of five characters, e.g. `Rk7mT-xq4Fw-…`: about 116 bits, with lower-case and capital letters and
 * digits, as the admin requires.
 */
export const randomPassword = (): string => {
  for (;;) {
    const password = Array.from({ length: groups }, () =>
      Array.from({ length: groupLength }, randomCharacter).join(''),
    ).join('-');
    if (alphabets.every((alphabet) => [...alphabet].some((one) => password.includes(one)))) return password;
  }
};

export interface Login {
  whom: string;
  email: string;
  password: string;
}

const heading = (adminUrl: string): string => `Quiet Room: who signs in where
==============================

Sign in at ${adminUrl}
Change each password after the first sign-in (your initials at the bottom left, then Profile), then delete this file.
Only the owner of this file can read it. These passwords are stored nowhere else.
`;

const entry = ({ whom, email, password }: Login): string => `
${whom}
  email:    ${email}
  password: ${password}
`;

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST';

/**
 * Writes the first passwords to a file that only the owner of the process can read (mode 0600). Later accounts are
 * appended.
 */
export const writeLogins = async (file: string, adminUrl: string, logins: readonly Login[]): Promise<void> => {
  const entries = logins.map(entry).join('');
  try {
    await writeFile(file, heading(adminUrl) + entries, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!isTaken(error)) throw error;
    await chmod(file, 0o600);
    await appendFile(file, entries);
  }
};

const accounts = [
  {
    key: 'counsellor',
    firstname: 'Counsellor',
    whom: 'The counsellor: writes posts and pages, and looks after the practice',
  },
  { key: 'webTeam', firstname: 'Web team', whom: 'The web team: settings, media, old addresses' },
  {
    key: 'emergency',
    firstname: 'Emergency',
    whom: 'For emergencies only: can do and read everything. Keep it in a safe place, not in a browser',
  },
] as const;

const lacking = async (strapi: Core.Strapi, code: string): Promise<number | null> => {
  const role = await roleService(strapi).findOne({ code });
  if (!role) throw new Error(`There is no role ${code} to create an account for.`);
  return (await roleService(strapi).getUsersCount(role.id)) === 0 ? role.id : null;
};

/**
 * Creates an account for each role that has none, with a random password that goes to `logins.txt` in the data
 * folder and is logged nowhere. Runs before the port opens: otherwise the first visitor could register as super admin.
 */
export const setUpAccounts = async (strapi: Core.Strapi, { dataDir, cmsUrl, emails }: Settings): Promise<void> => {
  const made: Login[] = [];
  await inTransaction(strapi, async () => {
    for (const { key, firstname, whom } of accounts) {
      const role = await lacking(strapi, roleCodes[key]);
      const email = emails[key].toLowerCase();
      if (role === null || (await userService(strapi).exists({ email }))) continue;
      const password = randomPassword();
      await userService(strapi).create({
        email,
        firstname,
        lastname: null,
        password,
        isActive: true,
        registrationToken: null,
        preferedLanguage: 'en-GB',
        roles: [role],
      });
      made.push({ whom, email, password });
    }
    // Inside the transaction, so that no account exists without a password that can be read.
    if (made.length > 0) await writeLogins(path.join(dataDir, 'logins.txt'), `${cmsUrl}/admin`, made);
  });
  if (made.length > 0)
    strapi.log.info(`Accounts created: ${made.length}. Their passwords are in logins.txt in the data folder.`);
};
