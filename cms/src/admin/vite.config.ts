import path from 'node:path';

interface Config {
  resolve?: { alias?: object };
  plugins?: readonly unknown[];
}

/** In milliseconds. */
const buttonsWithinMs = 50;

/** What is changed in modules of Strapi's, by the end of their path. */
const mends: Record<string, { code: string; mended: string }> = {
  /**
   * Strapi shows the buttons of a form, and those of ticked rows of a list, once the browser is idle. Chromium may call
   * nothing idle for as long as nothing moves on the page: then they come late or not at all, unless there is a limit.
   *
   * @see https://developer.mozilla.org/en-US/docs/Web/API/Window/requestIdleCallback#timeout
   */
  '@strapi/admin/dist/admin/admin/src/utils/shims.mjs': {
    code: ': requestIdleCallback;',
    mended: `: (callback) => requestIdleCallback(callback, { timeout: ${buttonsWithinMs} });`,
  },
  /**
   * Strapi opens a page before it knows what its user may do, if that answer is the last to arrive. A page asks once:
   * it went on without "Add", and with boxes that could not be ticked, until it was loaded again.
   */
  '@strapi/admin/dist/admin/admin/src/layouts/AuthenticatedLayout.mjs': {
    code: 'isLoading: isLoadingAppInfo } = useInformationQuery();',
    mended: `isLoading: isLoadingInformation } = useInformationQuery();
      const isLoadingPermissions = useAuth('AuthenticatedApp', (state) => state.isLoading);
      const isLoadingAppInfo = isLoadingInformation || isLoadingPermissions;`,
  },
  /** Strapi says only that it failed. The refusal names the pictures that are in use, and where. */
  '@strapi/upload/dist/admin/future/pages/Assets/components/DeleteItemsDialog.mjs': {
    code: "message: formatMessage({\n                    id: getTranslationKey('list.bulk-actions.delete.error')",
    mended: "message: res.error.message || formatMessage({ id: getTranslationKey('list.bulk-actions.delete.error')",
  },
  /** A comma with one or two digits behind it separates no thousands: 72,50 was stored as 7250. */
  '@strapi/design-system/dist/index.mjs': {
    code: 'f.current.parse(b ?? "")',
    mended: String.raw`f.current.parse((b ?? "").replace(/,(?=\d{1,2}$)/, "."))`,
  },
};

const mended = new Set<string>();

const mendStrapi = {
  name: 'quiet-room:mend-strapi',
  transform: (code: string, id: string): string | null => {
    const [path = ''] = id.split('?');
    const found = Object.entries(mends).find(([end]) => path.endsWith(`/${end}`));
    if (!found) return null;
    const [end, { code: before, mended: after }] = found;
    if (!code.includes(before)) throw new Error(`Strapi does this in another way now: see ${path}`);
    mended.add(end);
    return code.replace(before, () => after);
  },
  generateBundle: (): void => {
    const missed = Object.keys(mends).filter((end) => !mended.has(end));
    if (missed.length > 0) throw new Error(`Strapi has these modules elsewhere now: ${missed.join(', ')}`);
  },
};

/**
 * The admin shares the server's alias for `cms/src`: Node resolves it through package.json, Vite through this file.
 * Strapi loads it as CommonJS, so there is no `import.meta`.
 */
export default <C extends Config>(config: C) => ({
  ...config,
  plugins: [...(config.plugins ?? []), mendStrapi],
  resolve: {
    ...config.resolve,
    alias: { ...config.resolve?.alias, '#src': path.resolve(__dirname, '..') },
  },
});
