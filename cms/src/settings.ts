import type { Core } from '@strapi/strapi';
import type readSettings from '../config/quiet-room';

export type Settings = ReturnType<typeof readSettings>;

/** Returns the CMS's own settings, as `config/quiet-room.ts` read them from the environment. */
export const settingsOf = (strapi: Core.Strapi): Settings => strapi.config.get<Settings>('quiet-room');

/** Replaces some of the settings; a setting that does not exist is a type error. Called before Strapi is loaded. */
export const changeSettings = (strapi: Core.Strapi, changes: Partial<Settings>): void => {
  strapi.config.set('quiet-room', { ...settingsOf(strapi), ...changes } satisfies Settings);
};
