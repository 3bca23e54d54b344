import type { Core } from '@strapi/strapi';
import { type AccountSettings,provisionAccounts } from './accounts';
import { provisionDemo } from './demo/provision-demo';
import { provisionPractice } from './first-practice';
import { provisionRoles } from './roles';
import { provisionUploadSettings } from './upload-settings';
import { applyViews } from './views/apply-views';
import { provisionWebToken } from './web-token';

interface Settings extends AccountSettings {
  webToken: string;
  demoContent: boolean;
}

/**
 * What a new installation needs and an old one must not lose: the site's token, roles, accounts, views, the practice.
 * Runs at each start, before the port opens; a second run changes nothing.
 */
export const provision = async (strapi: Core.Strapi): Promise<void> => {
  const settings = strapi.config.get<Settings>('quiet-room');
  await provisionWebToken(strapi, settings.webToken);
  await provisionRoles(strapi);
  await provisionAccounts(strapi, settings);
  await provisionUploadSettings(strapi);
  await applyViews(strapi);
  if (settings.demoContent) await provisionDemo(strapi);
  await provisionPractice(strapi);
};
