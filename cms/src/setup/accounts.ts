import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/database/unit-of-work';
import type { Settings } from '#src/settings';
import { roleService, userService } from './admin-services';
import { type Login, writeLogins } from './logins-file';
import { randomPassword } from './password';
import { roleCodes } from './roles';

const accounts = [
  {
    key: 'counsellor',
    firstname: 'Counsellor',
    whom: 'The counsellor: writes posts and pages, looks after the practice',
  },
  { key: 'webTeam', firstname: 'Web team', whom: 'The web team: settings, media, old addresses' },
  {
    key: 'emergency',
    firstname: 'Emergency',
    whom: 'For emergencies only: may do and read everything. Keep it in a safe place, not in a browser',
  },
] as const;

const lacking = async (strapi: Core.Strapi, code: string): Promise<number | null> => {
  const role = await roleService(strapi).findOne({ code });
  if (!role) throw new Error(`There is no role ${code} to make an account for.`);
  return (await roleService(strapi).getUsersCount(role.id)) === 0 ? role.id : null;
};

/**
 * Makes an account for each role that nobody holds, with a random password that goes to `logins.txt` in the data
 * folder and is logged nowhere. Runs before the port opens: else whoever came first could name himself super admin.
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
    // Inside the transaction: an account whose password nobody can read is worse than none.
    if (made.length > 0) await writeLogins(path.join(dataDir, 'logins.txt'), `${cmsUrl}/admin`, made);
  });
  if (made.length > 0)
    strapi.log.info(`Accounts made: ${made.length}. Their passwords are in logins.txt in the data folder.`);
};
