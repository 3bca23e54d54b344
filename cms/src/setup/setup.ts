import type { Core } from '@strapi/strapi';
import type { Feature } from '#src/feature';
import { settingsOf } from '#src/settings';
import { setUpAccounts } from './accounts';
import { setUpRoles } from './roles';
import { seedDemo } from './seed/seed-demo';
import { applyViews } from './views';
import { setUpWebToken } from './web-token';

/** Strapi only makes the smaller sizes: pictures are compressed and turned upright when they are uploaded. */
const value = { sizeOptimization: false, responsiveDimensions: true, autoOrientation: false, aiMetadata: false };

/** Sets the media library's own settings at each start, because the site counts on the sizes of every picture. */
const setUpUploadSettings = async (strapi: Core.Strapi): Promise<void> => {
  await strapi.store({ type: 'plugin', name: 'upload' }).set({ key: 'settings', value });
};

/**
 * Sets up what a new installation needs and an old one must not lose: the site's token, roles, accounts, views, the
 * practice. Runs at each start, before the port opens; a second run changes nothing.
 *
 * @param siteActions what the site's token may call besides the actions that the features name
 */
export const setUp = async (
  strapi: Core.Strapi,
  features: readonly Feature[],
  siteActions: readonly string[],
): Promise<void> => {
  const settings = settingsOf(strapi);
  const { webToken, demoContent } = settings;
  const ofFeatures = features.flatMap((feature) => feature.siteActions ?? []);
  await setUpWebToken(strapi, webToken, [...siteActions, ...ofFeatures]);
  await setUpRoles(strapi, features);
  await setUpAccounts(strapi, settings);
  await setUpUploadSettings(strapi);
  await applyViews(
    strapi,
    features.flatMap(({ views = [] }) => views),
  );
  if (demoContent)
    await seedDemo(
      strapi,
      features.flatMap(({ demo = [] }) => demo),
    );
  for (const feature of features) await feature.setUp?.(strapi);
};
