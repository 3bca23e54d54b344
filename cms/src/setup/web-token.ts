import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/database/unit-of-work';
import { tokenService } from './admin-services';

const name = 'The site';
const description =
  'Reads what is published and hands on what readers send. Its key is WEB_TOKEN in the environment; it is set again at every start.';

/** What the site may ask, and nothing besides. */
const webTokenActions = [
  'api::post.address.find',
  'api::workshop.certificate.compare',
  'api::workshop.certificate.findOne',
  'api::comment.comment.findLatest',
  'api::comment.comment.findPlace',
  'api::comment.comment.findThreads',
  'api::comment.comment.send',
  'api::comment.decision-link.decide',
  'api::comment.decision-link.look',
  'api::email.mailbox.confirm',
  'api::email.mailbox.unsubscribe',
  'api::post.page.findOne',
  'api::post.post.find',
  'api::post.post.findOne',
  'api::practice.practice.find',
  'api::comment.private-comment.change',
  'api::comment.private-comment.look',
  'api::comment.private-comment.remove',
  'api::comment.private-comment.renewLink',
  'api::comment.private-comment.takeNameOff',
  'api::workshop.private-registration.accept',
  'api::workshop.private-registration.calendar',
  'api::workshop.private-registration.cancel',
  'api::workshop.private-registration.certificate',
  'api::workshop.private-registration.change',
  'api::workshop.private-registration.confirm',
  'api::workshop.private-registration.look',
  'api::workshop.private-registration.passOn',
  'api::post.redirect.find',
  'api::workshop.registration.send',
  'api::comment.report.send',
  'api::cache-tag.cache-tag.find',
  'api::post.topic.find',
  'api::workshop.workshop.find',
  'api::workshop.workshop.findCalendar',
  'api::workshop.workshop.findCalendarOfAll',
  'api::workshop.workshop.findOne',
] as const;

/**
 * Gives the site's token the key from the environment and exactly these actions. Any other token for the API
 * is removed: Strapi makes two of its own (one may do everything), and a key that nobody looks after is a way in.
 *
 * @throws Error when an action is named here that the API does not have
 */
export const provisionWebToken = async (strapi: Core.Strapi, key: string): Promise<void> => {
  const known: string[] = strapi.contentAPI.permissions.providers.action.keys();
  const unknown = webTokenActions.filter((action) => !known.includes(action));
  if (unknown.length > 0)
    throw new Error(`The site's token names actions that the API does not have: ${unknown.join(', ')}`);

  const tokens = strapi.db.query('admin::api-token');
  const permissions = strapi.db.query('admin::api-token-permission');
  const data = {
    name,
    description,
    type: 'custom',
    kind: 'content-api',
    accessKey: tokenService(strapi).hash(key),
    // Nobody can look the key up in the admin: there is nothing to decrypt.
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
    const held = (await permissions.findMany({ where: { token: { id: token.id } } })) as {
      id: number;
      action: string;
    }[];
    const wanted: readonly string[] = webTokenActions;
    for (const right of held) if (!wanted.includes(right.action)) await permissions.delete({ where: { id: right.id } });
    for (const action of wanted) {
      if (!held.some((right) => right.action === action))
        await permissions.create({ data: { action, token: token.id } });
    }
  });
};
