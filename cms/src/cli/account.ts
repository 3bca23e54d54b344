import { type Options, parseArguments, usage } from '#src/api/account/command-line';
import { CommandError, runCommand } from './run-command';

/** Imports Strapi only now, after the arguments were validated: it takes seconds to load. */
const run = async ({ command, address }: Options): Promise<number> => {
  const { withCms } = await import('./with-cms.js');
  const { findAccount, userService } = await import('#src/api/account/accounts');
  const { turnOffSecondFactor } = await import('#src/api/account/second-factor/second-factor');
  const { randomPassword } = await import('#src/setup/accounts');
  const done = await withCms('Nothing was changed', async (strapi) => {
    const account = await findAccount(strapi, { email: address });
    if (account === undefined) throw new CommandError('There is no account with this email address.');
    if (command === 'turn-off-two-step')
      return (await turnOffSecondFactor(strapi, account, new Date()))
        ? 'Two-step sign-in is off for this account.'
        : 'Two-step sign-in was off already. Nothing was changed.';
    const password = randomPassword();
    await userService(strapi).updateById(account.id, { password });
    return `The new password is ${password}\nIt should be changed after the next sign-in, under “Profile settings”.`;
  });
  process.stdout.write(`${done}\n`);
  return 0;
};

runCommand({ usage, parse: parseArguments, run });
