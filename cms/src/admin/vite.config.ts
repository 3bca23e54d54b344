import path from 'node:path';

interface Config {
  resolve?: { alias?: object };
}

/**
 * The admin shares the server's alias for `cms/src`: Node resolves it through package.json, Vite through this file.
 * Strapi loads it as CommonJS, so there is no `import.meta`.
 */
export default <C extends Config>(config: C) => ({
  ...config,
  resolve: {
    ...config.resolve,
    alias: { ...config.resolve?.alias, '#src': path.resolve(__dirname, '..') },
  },
});
