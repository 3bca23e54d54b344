import { createRequire } from 'node:module';
import path from 'node:path';
import { top } from './cms-settings.ts';

/** A part of the built CMS that the clock or a command line runs, and no address does: `path` is below `cms/dist/src`. */
export const cmsPart = <T>(place: string): T =>
  createRequire(import.meta.url)(path.join(top, 'cms/dist/src', place)) as T;
