import type { Core } from '@strapi/strapi';
import type readSettings from '../config/quiet-room';

export type Settings = ReturnType<typeof readSettings>;

/** Returns the CMS's own settings, as `config/quiet-room.ts` read them from the environment. */
export const settingsOf = (strapi: Core.Strapi): Settings => strapi.config.get<Settings>('quiet-room');
