import type { Core } from '@strapi/strapi';
import { settingsOf } from '#src/settings';
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
import { addServices, servicesOf } from './services';
import { registerDeskRights } from './setup/register-permissions';
import { provision } from './setup/setup';

interface App {
  strapi: Core.Strapi;
}

/** What runs in the background of this process, from `register` to `destroy`. */
interface Background {
  requests: UnderWay;
  delivery: Delivery;
}

const key = 'quiet-room-background';

/** Composition root: one line a concern. */
export default {
  async register({ strapi }: App): Promise<void> {
    refuseWeakSecrets(process.env);
    const requests = watchRequests(strapi.server.httpServer);
    const delivery = createDelivery(strapi);
    strapi.add(key, () => ({ requests, delivery }));
    const notifySite = createTellSite(strapi);
    addServices(strapi, {
      linkKeys: new LinkKeys(settingsOf(strapi).linkSecret),
      notifySite,
      wakeDelivery: delivery.wake,
      seatMutex: createTurns(),
      codeGuesses: noCodeGuesses(),
    });
    keepRules(strapi, notifySite);
    await registerDeskRights(strapi);
    registerEndpoints(strapi);
  },

  async bootstrap({ strapi }: App): Promise<void> {
    await createIndexes(strapi);
    await createWorkshopPlace(strapi);
    await createRevisions(strapi);
    await createThreadRevisions(strapi);
    await createImportedPosts(strapi);
    await keepPostShelf(strapi);
    await countMediaChanges(strapi);
    tellOfMediaChanges(strapi, servicesOf(strapi).notifySite);
    await provision(strapi);
    strapi.get<Background>(key).delivery.start();
  },

  async destroy({ strapi }: App): Promise<void> {
    const { requests, delivery } = strapi.get<Background>(key);
    await Promise.all([drain(strapi.server.httpServer, requests), delivery.stop()]);
  },
};
