import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { cmsFolder } from '#src/cms-folder';

const packageFile = z.object({ version: z.string() });

/** Returns the version of Quiet Room that is installed, such as `1.4.0`. */
export const installedVersion = async (): Promise<string> =>
  packageFile.parse(JSON.parse(await readFile(path.join(cmsFolder, 'package.json'), 'utf8'))).version;

/** Whether one version comes after another, by major, minor and patch. */
export const isNewer = (version: string, than: string): boolean =>
  version.localeCompare(than, 'en', { numeric: true }) > 0;
