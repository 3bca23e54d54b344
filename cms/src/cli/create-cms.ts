import path from 'node:path';
import { type Core, createStrapi } from '@strapi/strapi';
import { cmsFolder } from '#src/cms-folder';

/** Creates the built CMS in this process, from wherever the command was called; nothing is loaded yet. */
export const createCms = (): Core.Strapi => createStrapi({ appDir: cmsFolder, distDir: path.join(cmsFolder, 'dist') });
