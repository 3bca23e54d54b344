/** What `modules/page-rules.ts` collects from the pages. */
declare module '#page-rules' {
  export const pageRules: readonly {
    /** The source of a regular expression that matches the page's path. */
    pattern: string;
    /** The file of `server/forms/handlers` that handles its form; null if it accepts none. */
    form: string | null;
    hasSecretUrl: boolean;
  }[];
}
