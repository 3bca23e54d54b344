/** Types of modules that have none, or that the build makes. */

/** The part of the package that the site uses; its published types lack the options of `encodings`. */
declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: { headers: Record<string, string> });
    /** Returns those of `available` that the client accepts, best first; `preferred` decides among equals. */
    encodings<Coding extends string>(available: readonly Coding[], options: { preferred: readonly string[] }): Coding[];
  }
}

/** Nitro's own list of the files of the build. */
declare module '#nitro-internal-virtual/public-assets' {
  export function getAsset(id: string): { etag: string; type: string } | undefined;
}

/** What `modules/styles` builds. */
declare module '#styles' {
  import type { StylePart } from '#shared/page-styles';

  /** The style sheet of the first screen; empty in development. */
  export const firstStyles: readonly StylePart[];
  /** The URL of the style sheet for the rest. */
  export const laterStyles: string;
}

/** What `modules/pages.ts` collects from the pages. */
declare module '#page-rules' {
  export const pageRules: readonly {
    /** The source of a regular expression that matches the page's path; its groups have the parameters' names. */
    pattern: string;
    /** The handler of its form in `server/forms/form-pages.ts`; null if it accepts none. */
    form: string | null;
    hasSecretUrl: boolean;
    isSameForAll: boolean;
    isListed: boolean;
  }[];
}
