import type { Core } from '@strapi/strapi';

interface App {
  strapi: Core.Strapi;
}

/** Composition root: one line a concern. */
export default {
  register(_app: App): void {},

  async bootstrap(_app: App): Promise<void> {},
};
