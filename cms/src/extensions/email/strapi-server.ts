import type { Core } from '@strapi/strapi';
import { outboxProvider } from '#src/api/email/plugin-messages';

interface EmailPlugin {
  bootstrap: (app: { strapi: Core.Strapi }) => void;
}

/**
 * Emails of Strapi's email plugin go through the outbox. The plugin's own bootstrap would load a provider that sends
 * straight to the recipient's server; it is replaced, so that no other provider is ever loaded.
 */
export default (plugin: EmailPlugin): EmailPlugin => {
  plugin.bootstrap = ({ strapi }) => {
    Object.assign(strapi.plugin('email'), { provider: outboxProvider(strapi) });
  };
  return plugin;
};
