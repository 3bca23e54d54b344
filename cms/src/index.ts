import type { Core } from '@strapi/strapi';
import { noCodeGuesses } from './api/comment/private-comment/own-comment';
import { createDelivery, type Delivery } from './api/email/delivery/delivery';
import { createImportedPosts } from './api/import/documents/imported-posts';
import { keepPostShelf } from './api/post/post-index';
import { createWorkshopPlace } from './api/workshop/seats/seats-table';
import { countMediaChanges, tellOfMediaChanges } from './cache-tags/media';
import { createTellSite } from './cache-tags/notify-site';
import { createRevisions } from './cache-tags/tag-versions';
import { createThreadRevisions } from './cache-tags/thread-tags';
import { createIndexes } from './database/indexes';
import { createTurns } from './database/mutex';
import { keepRules } from './documents/register-rules';
import { registerEndpoints } from './http/register-admin-endpoints';
import { drain, type UnderWay, watchRequests } from './security/drain';
import { LinkKeys } from './security/link-keys';
import { refuseWeakSecrets } from './security/refuse-weak-secrets';
import { registerDeskRights } from './setup/register-permissions';
import { provision } from './setup/setup';

interface App {
  strapi: Core.Strapi;
}

/** Composition root: one line a concern. */
export default {
  async register({ strapi }: App): Promise<void> {
    refuseWeakSecrets(process.env);
    const underWay = watchRequests(strapi.server.httpServer);
    strapi.add('requests-under-way', () => underWay);
    const tellSite = createTellSite(strapi);
    strapi.add('tell-site', () => tellSite);
    const linkKeys = new LinkKeys(strapi.config.get<string>('quiet-room.linkSecret'));
    strapi.add('link-keys', () => linkKeys);
    const placeTurns = createTurns();
    strapi.add('place-turns', () => placeTurns);
    const codeGuesses = noCodeGuesses();
    strapi.add('code-guesses', () => codeGuesses);
    keepRules(strapi, tellSite);
    await registerDeskRights(strapi);
    registerEndpoints(strapi);
    const delivery = createDelivery(strapi);
    strapi.add('delivery', () => delivery);
  },

  async bootstrap({ strapi }: App): Promise<void> {
    await createIndexes(strapi);
    await createWorkshopPlace(strapi);
    await createRevisions(strapi);
    await createThreadRevisions(strapi);
    await createImportedPosts(strapi);
    await keepPostShelf(strapi);
    await countMediaChanges(strapi);
    tellOfMediaChanges(strapi, strapi.get<() => void>('tell-site'));
    await provision(strapi);
    strapi.get<Delivery>('delivery').start();
  },

  async destroy({ strapi }: App): Promise<void> {
    await Promise.all([
      drain(strapi.server.httpServer, strapi.get<UnderWay>('requests-under-way')),
      strapi.get<Delivery>('delivery').stop(),
    ]);
  },
};
