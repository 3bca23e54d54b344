import type { Core } from '@strapi/strapi';
import { registerEndpoints } from './admin-api/register-endpoints';
import { registerDeskRights } from './admin-api/register-rights';
import { createDelivery, type Delivery } from './api/letter/delivery/delivery';
import { noCodeGuesses } from './api/private-comment/services/own-comment';
import { createIndexes } from './constraints/indexes';
import { keepPostShelf } from './constraints/post-shelf';
import { createWorkshopPlace } from './constraints/workshop-place';
import { keepRules } from './documents/rules';
import { createTurns } from './documents/turns';
import { createImportedPosts } from './import/documents/imported-posts';
import { drain, type UnderWay,watchRequests } from './protection/drain';
import { LinkKeys } from './protection/link-keys';
import { refuseWeakSecrets } from './protection/refuse-weak-secrets';
import { provision } from './provision/provision';
import { countMediaChanges, tellOfMediaChanges } from './revisions/media';
import { createRevisions } from './revisions/table';
import { createTellSite } from './revisions/tell-site';
import { createThreadRevisions } from './revisions/threads';

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
