import { statfs } from 'node:fs/promises';
import { type Finding, freeSpaceFinding, type Readiness, readinessOf } from 'shared';
import { CmsStatusError } from './cms/errors';
import type { FolderStore } from './page-cache/disk-store';
import type { Clock, VersionPoller } from './page-cache/tag-versions';
import type { Settings } from './settings';

interface ReadinessParts {
  settings: Pick<Settings, 'dataDir' | 'minFreeBytes'>;
  poller: Pick<VersionPoller, 'isCurrent' | 'asOf' | 'failure'>;
  disk: Pick<FolderStore, 'unusableSince'>;
  now: Clock;
}

/** Returns what a failed poll says about where to look, as a sentence. */
function whereToLook(failure: unknown): string {
  if (failure instanceof CmsStatusError)
    return `It answers with status ${failure.status}: its own /_ready says whether its database is down.`;
  if (failure instanceof Error && 'code' in failure && failure.code === 'ECONNREFUSED')
    return 'Nothing listens at its address: is it running? See its log.';
  return 'See its own /_ready, whether its database is frozen or overloaded, and its log.';
}

function cmsFinding({ poller, now }: ReadinessParts): Finding {
  const name = 'CMS';
  if (poller.isCurrent) return { name, status: 'ok', message: 'The CMS answers.' };
  const since = Number.isFinite(poller.asOf)
    ? `has not answered for ${Math.ceil((now() - poller.asOf) / 1000)} s`
    : 'has not answered since the site was started';
  const message = `The CMS ${since}. Cached pages and the help lines are served, forms are not. ${whereToLook(poller.failure)}`;
  return { name, status: 'failed', message };
}

async function spaceFinding({ settings: { dataDir, minFreeBytes } }: ReadinessParts): Promise<Finding> {
  try {
    const { bavail, bsize } = await statfs(dataDir);
    return freeSpaceFinding(bavail * bsize, minFreeBytes);
  } catch {
    return { name: 'free space', status: 'failed', message: 'The data folder (DATA_DIR) can’t be read.' };
  }
}

function cacheFinding({ disk }: ReadinessParts): Finding {
  const name = 'page cache';
  if (disk.unusableSince === undefined) return { name, status: 'ok', message: 'Pages are stored.' };
  const since = new Date(disk.unusableSince).toISOString();
  const message = `Pages have not been stored on disk since ${since}, so a restart would lose them: see the log.`;
  return { name, status: 'warning', message };
}

/** Returns the function behind `/_ready`. Being alive (`/_health`) needs no more than an answer. */
export function createReadiness(parts: ReadinessParts): () => Promise<Readiness> {
  return async () => readinessOf([cmsFinding(parts), await spaceFinding(parts), cacheFinding(parts)]);
}
