import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { useNitroApp, useRuntimeConfig } from 'nitropack/runtime';
import { sorryEntry } from '#server/http/plain-page';
import { securityHeaders } from '#server/http/security-headers';
import { PageCache } from '#server/page-cache/page-cache';
import { Watcher } from '#server/page-cache/version-watcher';
import { type Cms, cmsClient } from './cms/client';
import { askRevisions } from './cms/revisions';
import { type AskCms, cmsPost, cmsTransport, type SendToCms } from './cms/transport';
import { type Forms, formsOf } from './forms/forms';
import { log } from './log';
import { MediaCopies } from './media/copies';
import { Shelf } from './media/shelf';
import { DiskCopy, ReachedNote } from './page-cache/disk';
import type { PageFacts } from './page-cache/facts';
import { renderFromKey } from './page-cache/render';
import { Store } from './page-cache/store';
import { type Settings, settings as readOnce } from './settings';

/** A page may keep its reader waiting this long for one answer of the CMS, in milliseconds. */
const pagePatience = 3000;
/** Who has sent something would rather wait than send it again: for one answer to that, in milliseconds. */
const sendPatience = 10_000;
/**
 * The numbers are a small question: who takes longer for them is away. Milliseconds; with the second between two asks it stays under
 * a page's patience, so a freeze that fails a page is noticed here too, and its end as well.
 */
const revisionPatience = 1900;
/** Room for addresses at which nothing is, in bytes. */
const briefBytes = 4 * 1024 * 1024;
/** How often the moment at which the CMS was last reached is noted on disk, in milliseconds. */
const noteEvery = 60_000;

/** What this process is made of. */
export interface Site {
  settings: Settings;
  /** The CMS as one rendering sees it; what it learns about the page goes into `facts`. */
  cmsFor: (facts: PageFacts) => Cms;
  forms: (req: IncomingMessage) => Forms;
  watcher: Watcher;
  pages: PageCache;
  media: MediaCopies;
  security: readonly string[];
  open(): void;
  close(): Promise<void>;
}

/** Milliseconds since 1970 that never run backwards. */
const now = () => performance.timeOrigin + performance.now();

function watch(settings: Settings): Watcher {
  const ask = cmsTransport(settings.cmsUrl, settings.webToken, revisionPatience);
  return new Watcher({
    now,
    ask: () => askRevisions(ask),
    onChange: (reachable) => {
      log.warn(
        reachable ? 'The CMS answers again.' : 'The CMS does not answer. Pages that were read before are still served.',
      );
    },
  });
}

function clients(settings: Settings, watcher: Watcher): Site['cmsFor'] {
  const transport = cmsTransport(settings.cmsUrl, settings.webToken, pagePatience);
  // Once it is certain to be away, nobody waits to find out once more.
  const isGone = () => watcher.unanswered > 1;
  const ask: AskCms = (path) => (isGone() ? Promise.reject(new Error('it is away.')) : transport(path));
  const post = cmsPost(settings.cmsUrl, settings.webToken, sendPatience);
  const send: SendToCms = (path, body) => (isGone() ? Promise.reject(new Error('it is away.')) : post(path, body));
  return (facts) =>
    cmsClient({
      ask,
      send,
      uses: (kinds) => {
        for (const kind of kinds) facts.kinds.add(kind);
      },
      failed: () => {
        facts.incomplete = true;
      },
      warn: watcher.away ? log.debug : log.warn,
    });
}

/** One folder for each build and address: pages of another build, or with other links in them, are not these pages. */
function folderFor(settings: Settings): string {
  const { buildId } = useRuntimeConfig().app;
  const name = createHash('sha256')
    .update(`${buildId} ${settings.siteUrl} ${settings.cmsUrl}`)
    .digest('hex')
    .slice(0, 16);
  return join(settings.dataDir, 'page-cache', name);
}

function build(settings: Settings): Site {
  const security = securityHeaders(settings.https);
  const watcher = watch(settings);
  const cmsFor = clients(settings, watcher);
  const folder = folderFor(settings);
  const reached = new ReachedNote(folder);
  const store = new Store(settings.pageCacheBytes, (entry) => {
    disk.remove(entry.key);
  });
  const disk = new DiskCopy({
    folder,
    security,
    warn: log.warn,
    take: (entry) => {
      if (store.bytes + entry.bytes > settings.pageCacheBytes) return false;
      if (!store.get(entry.key)) store.set(entry);
      return true;
    },
  });
  const pages = new PageCache({
    watcher,
    disk,
    security,
    now,
    render: renderFromKey({ localCall: (call) => useNitroApp().localCall(call), cmsFor, siteUrl: settings.siteUrl }),
    pages: store,
    brief: new Store(briefBytes),
    reachedBefore: () => reached.before,
    sorry: () => sorryEntry(now(), security),
    warn: log.warn,
  });
  const media = new MediaCopies(
    new Shelf(join(settings.dataDir, 'media-cache'), settings.mediaCacheBytes),
    settings.mediaUrl,
    log.warn,
  );
  const { forms, close } = formsOf(settings, now);
  let note: NodeJS.Timeout | undefined;
  const writeNote = () => (watcher.known ? reached.write(watcher.knownAt) : Promise.resolve());
  return {
    settings,
    cmsFor,
    forms,
    watcher,
    pages,
    media,
    security,
    open() {
      pages.load(reached.read());
      watcher.start();
      // Help is asked for when it is asked for: it must not be the page that waits for a CMS that has just gone.
      void watcher.learn().then(() => pages.find('/help-now'));
      note = setInterval(() => {
        void writeNote();
      }, noteEvery);
    },
    async close() {
      watcher.stop();
      clearInterval(note);
      close();
      await disk.settled();
      await writeNote();
    },
  };
}

let built: Site | undefined;

/** The one site of this process, put together at the first call. Ends the process if its settings can't be used. */
export function site(): Site {
  return (built ??= build(readOnce()));
}
