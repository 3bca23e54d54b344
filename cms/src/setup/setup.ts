import type { Core } from '@strapi/strapi';
import { provisionPractice } from '#src/api/practice/first-practice';
import { settingsOf } from '#src/settings';
import { provisionAccounts } from './accounts';
import { applyViews } from './apply-views';
import { provisionRoles } from './roles';
import { provisionDemo } from './seed/seed-demo';
import { provisionUploadSettings } from './upload-settings';
import { provisionWebToken } from './web-token';

/**
 * What a new installation needs and an old one must not lose: the site's token, roles, accounts, views, the practice.
 * Runs at each start, before the port opens; a second run changes nothing.
 */
export const provision = async (strapi: Core.Strapi): Promise<void> => {
  const settings = settingsOf(strapi);
  await provisionWebToken(strapi, settings.webToken);
  await provisionRoles(strapi);
  await provisionAccounts(strapi, settings);
  await provisionUploadSettings(strapi);
  await applyViews(strapi);
  if (settings.demoContent) await provisionDemo(strapi);
  await provisionPractice(strapi);
};
