import type { Core } from '@strapi/strapi';
import { createCodeGuesses } from './api/comment/private-comment/open-private-comment';
import { createDelivery, type Delivery } from './api/email/delivery/delivery';
import { serveEmailGallery } from './api/email/email-gallery';
import { bumpTagOnChange, createNotifySite } from './cache-tags/bump-on-change';
import { createCacheTagTables, lockContent } from './cache-tags/cache-tags';
import { createMediaTriggers, notifyOfMediaChanges } from './cache-tags/media-triggers';
import { guardAfterCommit } from './database/after-commit';
import { checkDatabase } from './database/check-database';
import { confirmCommits } from './database/confirmed-commits';
import { databaseFileOf, watchDatabaseFile } from './database/database-file';
import { untilConnectionsIdle } from './database/idle-connections';
import { createIndexes } from './database/indexes';
import { refuseMissingColumns } from './database/missing-columns';
import { createMutex } from './database/mutex';
import { startPatiently } from './database/patient-start';
import { acceptAnyLink } from './documents/check-links';
import { documentRules, registerDocumentRules } from './documents/document-rules';
import { createOpenedFormTable, revisionRule } from './documents/opened-form';
import { validationRules } from './documents/validation-rules';
import { addFeatures } from './feature';
import { features } from './features';
import { serveHealth } from './health/serve-health';
import { registerAdminEndpoints } from './http/admin-endpoint';
import { keepKnownToken } from './http/known-token';
import { guardStrapiRoutes } from './http/strapi-routes/guard-routes';
import { startCatchingUp } from './jobs/catch-up';
import { drain, type InFlight, watchRequests } from './security/drain';
import { LinkKeys } from './security/link-keys';
import { keepPrivate } from './security/private-folder';
import { weakSecretsMessage } from './security/secrets';
import { SendingLimits } from './security/sending-limits';
import { addServices, servicesOf } from './services';
import { settingsOf } from './settings';
import { registerPermissions } from './setup/roles';
import { setUp } from './setup/setup';
import { slugRules } from './slugs/slug-rules';
import { suggestSlugs } from './slugs/suggest-slug';
import { unusableSettings } from './start-refusal';

interface App {
  strapi: Core.Strapi;
}

/** What runs in the background of this process, from `register` to `destroy`. */
interface Background {
  requests: InFlight;
  delivery: Delivery;
  /** To be called when the start is over. */
  endStart: () => Promise<void>;
  stopCatchingUp: () => void;
}

const key = 'quiet-room-background';

/** Ends the process before anything is served, because weak secrets would let everybody in. */
const exitIfSecretsAreWeak = (): void => {
  const message = weakSecretsMessage(process.env);
  if (message === null) return;
  process.stderr.write(message);
  process.exit(unusableSettings);
};

/** Looks at the data before anything is created or changed; what would be lost or half-done is refused. */
const checkData = async (strapi: Core.Strapi): Promise<void> => {
  const settings = settingsOf(strapi);
  keepPrivate(settings.dataDir);
  await checkDatabase(strapi, settings);
  databaseFileOf(strapi)?.remember();
  const afterSync = strapi.hook('strapi::content-types.afterSync') as { register: (work: () => Promise<void>) => void };
  afterSync.register(() => refuseMissingColumns(strapi));
};

/** Changes services and actions of Strapi's own. */
const extendStrapi = (strapi: Core.Strapi): void => {
  for (const feature of features) feature.extendStrapi?.(strapi);
  acceptAnyLink(strapi);
  keepKnownToken(strapi);
  suggestSlugs(strapi);
};

/** Composition root: hands what the features bring to the layers below them. */
export default {
  async register({ strapi }: App): Promise<void> {
    exitIfSecretsAreWeak();
    confirmCommits(strapi, watchDatabaseFile(strapi));
    guardAfterCommit(strapi);
    const requests = watchRequests(strapi.server.httpServer);
    const delivery = createDelivery(strapi);
    const background: Background = {
      requests,
      delivery,
      endStart: async () => undefined,
      stopCatchingUp: () => undefined,
    };
    strapi.add(key, () => background);
    await checkData(strapi);
    background.endStart = await startPatiently(strapi);
    const notifySite = createNotifySite(strapi);
    guardStrapiRoutes(strapi);
    addFeatures(strapi, features);
    addServices(strapi, {
      linkKeys: new LinkKeys(settingsOf(strapi).linkSecret),
      notifySite,
      wakeDelivery: delivery.wake,
      seatMutex: createMutex(),
      diaryMutex: createMutex(),
      codeGuesses: createCodeGuesses(),
      sendingLimits: new SendingLimits(settingsOf(strapi).limits.emails),
    });
    extendStrapi(strapi);
    registerDocumentRules(strapi, [
      ...documentRules(lockContent),
      revisionRule,
      ...validationRules,
      ...slugRules,
      { phase: 'cache-tag', rule: () => bumpTagOnChange(strapi, notifySite) },
      ...features.flatMap((feature) => feature.documentRules ?? []),
    ]);
    await registerPermissions(
      strapi,
      features.flatMap(({ permissions = [] }) => permissions),
    );
    registerAdminEndpoints(
      strapi,
      features.flatMap(({ adminEndpoints = [] }) => adminEndpoints),
    );
    serveEmailGallery(
      strapi,
      features.flatMap(({ emails = [] }) => emails),
    );
  },

  async bootstrap({ strapi }: App): Promise<void> {
    await createIndexes(
      strapi,
      features.flatMap(({ indexes = [] }) => indexes),
    );
    await createCacheTagTables(strapi);
    await createOpenedFormTable(strapi);
    for (const feature of features) await feature.createTables?.(strapi);
    await createMediaTriggers(strapi);
    await serveHealth(strapi, {
      jobs: features.flatMap(({ jobs = [] }) => jobs),
      checks: features.flatMap(({ readiness = [] }) => readiness),
    });
    notifyOfMediaChanges(strapi, servicesOf(strapi).notifySite);
    await setUp(strapi, features, ['api::cache-tag.cache-tag.find']);
    const background = strapi.get<Background>(key);
    await background.endStart();
    background.delivery.start();
    background.stopCatchingUp = startCatchingUp(
      strapi,
      features.flatMap(({ jobs = [] }) => jobs),
    );
  },

  async destroy({ strapi }: App): Promise<void> {
    const { requests, delivery, endStart, stopCatchingUp } = strapi.get<Background>(key);
    await endStart();
    stopCatchingUp();
    await Promise.all([drain(strapi.server.httpServer, requests), delivery.stop()]);
    await databaseFileOf(strapi)?.settle();
    await untilConnectionsIdle(strapi);
  },
};
