/** The part of a Koa context that the controllers of the read API use. */
export interface Asked {
  params: Record<string, string>;
  query: unknown;
  body: unknown;
}
