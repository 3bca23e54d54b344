declare module '#app' {
  interface PageMeta {
    /** Rendered for one reader at a time: never stored, not indexed by search engines. */
    private?: true;
    /** The URL is a secret, or contains sealed data, and must not reach another page as a referrer. */
    secretUrl?: true;
    /** Help lines are the first thing on the page, so that its footer does not repeat them. */
    helpFirst?: true;
    /** The page has `LaterStyles` where its first screen ends, so that it does not stand before the footer. */
    endsFirstScreen?: true;
    /** The page accepts a form, which this file of `server/forms/handlers` handles. */
    form?: string;
  }
}

export {};
