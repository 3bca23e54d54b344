import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { useNitroApp, useRuntimeConfig } from 'nitropack/runtime';
import { hashOfUpload, type Readiness } from 'shared';
import { type Cms, createCmsClient, fetchTagVersions } from './cms/client';
import { createKeptResponses } from './cms/kept-responses';
import { createReachabilityLog } from './cms/reachability-log';
import { type CmsGet, type CmsPost, createCmsGet, createCmsPost } from './cms/transport';
import { createFormServices, type FormServices } from './forms/form-services';
import { unavailableEntry } from './http/plain-page';
import { securityHeaders } from './http/security-headers';
import { describeError, log, onceAMinute } from './log';
import { MediaCache } from './media/media-cache';
import { FolderStore, LastContactFile } from './page-cache/disk-store';
import type { CreateToken } from './page-cache/entry';
import { PageCache } from './page-cache/page-cache';
import { type CacheHints, createRenderer, expireAt } from './page-cache/render';
import { Store } from './page-cache/store';
import { type TagVersions, VersionPoller, type VersionPollerOptions } from './page-cache/tag-versions';
import { createReadiness } from './readiness';
import { type Settings, settings as readSettingsOnce } from './settings';

/**
 * How long a page waits for one response of the CMS, in milliseconds. Who has no older page to read would rather wait
 * for a busy CMS than be told to come back later; a stale page is served sooner.
 */
const queryTimeoutMs = 5000;
/** How long a form waits for the CMS, in milliseconds: its sender would rather wait than send it again. */
const commandTimeoutMs = 10_000;
/**
 * How long the poller waits, in milliseconds. Together with the time between two polls it is shorter than a page's
 * timeout, so that a freeze of the CMS that fails a page is noticed by the poller as well, and so is its end.
 */
const pollTimeoutMs = 1900;
/** Room for 404s and makeshift pages, in bytes. */
const shortLivedBytes = 4 * 1024 * 1024;
/** How often the moment of the last contact with the CMS is written to disk, in milliseconds. */
const contactIntervalMs = 60_000;

/** The parts of this process, put together. */
export interface Site {
  settings: Settings;
  /** The CMS for one rendering, which collects its tags and failures in `hints`. */
  cmsFor: (hints: CacheHints, requestId?: string) => Cms;
  createToken: CreateToken;
  formsFor: (req: IncomingMessage) => FormServices;
  poller: VersionPoller;
  pages: PageCache;
  media: MediaCache;
  /** Whether readers get everything that the site can offer, and if not, why. */
  readiness: () => Promise<Readiness>;
  /** The headers of every response, names and values in turn. */
  security: readonly string[];
  open(): void;
  close(): Promise<void>;
}

/** Milliseconds since 1970 that never run backwards. */
const now = () => performance.timeOrigin + performance.now();

function createPoller({ cmsUrl, webToken }: Settings, onPurge: VersionPollerOptions['onPurge']): VersionPoller {
  const get = createCmsGet(cmsUrl, webToken, pollTimeoutMs);
  const poller: VersionPoller = new VersionPoller({
    now,
    fetchVersions: () => fetchTagVersions(get),
    onPurge,
    onReachabilityChange: createReachabilityLog({ ...log, hasAnswered: () => Number.isFinite(poller.asOf) }),
  });
  return poller;
}

function createClients({ cmsUrl, webToken }: Settings, poller: VersionPoller): Site['cmsFor'] {
  const plainGet = createCmsGet(cmsUrl, webToken, queryTimeoutMs);
  const plainPost = createCmsPost(cmsUrl, webToken, commandTimeoutMs);
  // Once the CMS is certain to be down, nobody waits to find out again.
  const isDown = () => poller.failedPolls > 1;
  const down = () => Promise.reject(new Error('it is down.'));
  const keep = createKeptResponses(poller, now);
  return (hints, requestId) => {
    const get: CmsGet = (path) => (isDown() ? down() : plainGet(path, requestId));
    const post: CmsPost = (path, body) => (isDown() ? down() : plainPost(path, body, requestId));
    return createCmsClient({
      get,
      post,
      keep,
      onTags: (tags) => {
        for (const tag of tags) hints.tags.add(tag);
      },
      onChangesAt: (instant) => {
        expireAt(hints, instant);
      },
      onFailure: () => {
        hints.isIncomplete = true;
      },
      warn: (message) => {
        log[poller.isCmsDown ? 'debug' : 'warn'](message, { requestId });
      },
    });
  };
}

/**
 * Returns one folder for each build and its settings: pages of another build, or with other links or headers, cannot be
 * served.
 */
function pageCacheFolder({ siteUrl, cmsUrl, cdnSeconds, dataDir }: Settings): string {
  const { buildId } = useRuntimeConfig().app;
  const name = createHash('sha256').update(`${buildId} ${siteUrl} ${cmsUrl} ${cdnSeconds}`).digest('hex').slice(0, 16);
  return join(dataDir, 'page-cache', name);
}

function createPageCache(
  settings: Settings,
  { poller, cmsFor, security }: Pick<Site, 'poller' | 'cmsFor' | 'security'>,
) {
  const folder = pageCacheFolder(settings);
  const lastContact = new LastContactFile(folder);
  const stored = new Store(settings.pageCacheBytes, (entry) => {
    disk.remove(entry.key);
  });
  const disk = new FolderStore({
    folder,
    security,
    warn: log.warn,
    onLoad: (entry) => {
      if (!stored.get(entry.key)) stored.set(entry);
    },
  });
  const pages = new PageCache({
    poller,
    disk,
    security,
    cdnSeconds: settings.cdnSeconds,
    now,
    render: createRenderer({ localCall: (call) => useNitroApp().localCall(call), cmsFor, siteUrl: settings.siteUrl }),
    pages: stored,
    shortLived: new Store(shortLivedBytes),
    cmsReachedBefore: () => lastContact.before,
    unavailable: () => unavailableEntry(now(), security),
    warn: (message, error) => {
      log.warn(message, error === undefined ? {} : describeError(error));
    },
  });
  return { pages, disk, lastContact };
}

function createMediaCache({ dataDir, mediaCacheBytes, mediaUrl, cmsUrl }: Settings, poller: VersionPoller) {
  // Not the page cache's own, which ends with each build.
  const lastMediaContact = new LastContactFile(dataDir);
  const media = new MediaCache({
    folder: join(dataDir, 'media-cache'),
    maxBytes: mediaCacheBytes,
    mediaUrl,
    mediaHost: mediaUrl.startsWith(cmsUrl) ? 'the CMS' : 'MEDIA_URL',
    warn: onceAMinute(log.warn),
    ensureCurrent: () => poller.ensureCurrent(),
    readCmsReachedBefore: async () => {
      await lastMediaContact.read();
      return lastMediaContact.before;
    },
  });
  return { media, lastMediaContact };
}

/** Purges what the CMS has deleted for good: pages by the tags of their content, copies of uploads by their hash. */
function purge({ pages, media }: Pick<Site, 'pages' | 'media'>, tags: readonly string[], versions: TagVersions): void {
  const hashes = tags.flatMap((tag) => hashOfUpload(tag) ?? []);
  const ofPages = tags.filter((tag) => hashOfUpload(tag) === null);
  if (hashes.length > 0) void media.purge(hashes);
  if (ofPages.length > 0) void pages.purgeOutdated(ofPages, versions);
}

function createSite(settings: Settings): Site {
  const security = securityHeaders(settings.https);
  // What is deleted for good reaches every site process this way; a webhook reaches one, and sooner.
  const poller = createPoller(settings, (tags, versions) => {
    purge({ pages, media }, tags, versions);
  });
  const cmsFor = createClients(settings, poller);
  const { pages, disk, lastContact } = createPageCache(settings, { poller, cmsFor, security });
  const { media, lastMediaContact } = createMediaCache(settings, poller);
  const forms = createFormServices(settings, { now: Date.now, steadyNow: now });
  let timer: NodeJS.Timeout | undefined;
  const writeLastContact = async () => {
    if (poller.isCurrent) await Promise.all([lastContact, lastMediaContact].map((file) => file.write(poller.asOf)));
  };
  return {
    settings,
    cmsFor,
    createToken: forms.createToken,
    formsFor: forms.forRequest,
    poller,
    pages,
    media,
    readiness: createReadiness({ settings, poller, disk, now }),
    security,
    open: () => {
      pages.load(lastContact.read());
      poller.start();
      // Read before anybody asks for it, so that it is there when the CMS goes down.
      void poller.ensureCurrent().then(() => pages.get('/help-now'));
      void poller.ensureCurrent().then(() => cmsFor({ tags: new Set() }).known());
      timer = setInterval(() => {
        void writeLastContact();
      }, contactIntervalMs);
    },
    close: async () => {
      poller.stop();
      clearInterval(timer);
      forms.close();
      await disk.settled();
      await writeLastContact();
    },
  };
}

let created: Site | undefined;

/** Returns the one site of this process, created at the first call. Ends the process if its settings are not usable. */
export function site(): Site {
  return (created ??= createSite(readSettingsOnce()));
}
