/** The part of the package that the site uses; its published types lack the options of `encodings`. */
declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: { headers: Record<string, string> });
    /** Returns those of `available` that the client accepts, best first; `preferred` decides among equals. */
    encodings<Coding extends string>(available: readonly Coding[], options: { preferred: readonly string[] }): Coding[];
  }
}
