import path from 'node:path';

interface Config {
  resolve?: { alias?: object };
  plugins?: readonly unknown[];
}

/** In milliseconds. */
const buttonsWithinMs = 50;

const idleCallback = ': requestIdleCallback;';

/**
 * Strapi shows the buttons of a form, and those of ticked rows of a list, once the browser is idle. Chromium may call
 * nothing idle for as long as nothing moves on the page: then they come late or not at all, unless there is a limit.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/API/Window/requestIdleCallback#timeout
 */
const buttonsInTime = {
  name: 'quiet-room:buttons-in-time',
  transform: (code: string, id: string): string | null => {
    if (!/@strapi\/admin\/dist\/.*\/utils\/shims\.mjs$/.test(id)) return null;
    if (!code.includes(idleCallback)) throw new Error(`Strapi waits for an idle browser in another way now: see ${id}`);
    const inTime = `: (callback) => requestIdleCallback(callback, { timeout: ${buttonsWithinMs} });`;
    return code.replace(idleCallback, inTime);
  },
};

/**
 * The admin shares the server's alias for `cms/src`: Node resolves it through package.json, Vite through this file.
 * Strapi loads it as CommonJS, so there is no `import.meta`.
 */
export default <C extends Config>(config: C) => ({
  ...config,
  plugins: [...(config.plugins ?? []), buttonsInTime],
  resolve: {
    ...config.resolve,
    alias: { ...config.resolve?.alias, '#src': path.resolve(__dirname, '..') },
  },
});
