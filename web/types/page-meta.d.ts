import type { FormPage } from '../server/forms/form-pages';

declare module '#app' {
  interface PageMeta {
    /** Never stored by browsers, not indexed by search engines, and rendered for one reader at a time. */
    private?: true;
    /** The URL is a secret, or contains sealed data, and must not reach another page as a referrer. */
    secretUrl?: true;
    /** Help lines are the first thing on the page, so that its footer does not repeat them. */
    helpFirst?: true;
    /** The page has `LaterStyles` where its first screen ends, so that it does not stand before the footer. */
    endsFirstScreen?: true;
    /** The page accepts a form, which this handler of `server/forms/form-pages.ts` answers. */
    form?: FormPage;
    /**
     * Until something is sent, the page is the same for every reader but for its form token: it comes from the page
     * cache.
     */
    sameForAll?: true;
  }
}
