/** The part of a Koa context that the controllers of the content API use. */
export interface RequestContext {
  params: Record<string, string>;
  query: unknown;
  request: { body?: unknown };
  status: number;
  body: unknown;
  set: (header: string, value: string) => void;
}
