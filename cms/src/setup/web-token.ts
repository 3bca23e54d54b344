import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/database/unit-of-work';
import { tokenService } from './admin-services';

const name = 'The site';
const description =
  'Reads what is published and passes on what readers send. Its token is WEB_TOKEN in the environment; it is set again at every start.';

/**
 * Sets the site's token to the key from the environment and exactly these actions. Removes the two tokens that Strapi
 * creates for the API, of which one may do everything, because nobody would rotate them.
 *
 * @throws Error when an action is named here that the API does not have
 */
export const setUpWebToken = async (strapi: Core.Strapi, key: string, actions: readonly string[]): Promise<void> => {
  const known: string[] = strapi.contentAPI.permissions.providers.action.keys();
  const unknown = actions.filter((action) => !known.includes(action));
  if (unknown.length > 0)
    throw new Error(`The site’s token names actions that the API does not have: ${unknown.join(', ')}`);

  const tokens = strapi.db.query('admin::api-token');
  const permissions = strapi.db.query('admin::api-token-permission');
  const data = {
    name,
    description,
    type: 'custom',
    kind: 'content-api',
    accessKey: tokenService(strapi).hash(key),
    // Without an encrypted copy, the key can't be looked up in the admin.
    encryptedKey: null,
    lifespan: null,
    expiresAt: null,
    adminUserOwner: null,
  };
  await inTransaction(strapi, async () => {
    await tokens.deleteMany({ where: { name: { $in: ['Read Only', 'Full Access'] }, kind: 'content-api' } });
    const existing = (await tokens.findOne({ where: { name } })) as { id: number } | null;
    const token = existing
      ? ((await tokens.update({ where: { id: existing.id }, data })) as { id: number })
      : ((await tokens.create({ data })) as { id: number });
    const granted = (await permissions.findMany({ where: { token: { id: token.id } } })) as {
      id: number;
      action: string;
    }[];
    for (const right of granted)
      if (!actions.includes(right.action)) await permissions.delete({ where: { id: right.id } });
    for (const action of actions) {
      if (!granted.some((right) => right.action === action))
        await permissions.create({ data: { action, token: token.id } });
    }
  });
};
