import path from 'node:path';

/** The admin shares the server's alias for `cms/src`: Node resolves it through package.json, Vite through this file. */
export default (config) => ({
  ...config,
  resolve: {
    ...config.resolve,
    alias: { ...config.resolve?.alias, '#src': path.resolve(import.meta.dirname, '..') },
  },
});
