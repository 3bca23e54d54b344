/** Addresses that a library adds and no reader needs. They stay open to the process itself: policy pages are queried through one of them. */
const refused = [/^\/__/, /^\/_ipx(?:\/|$)/, /^\/_content(?:\/|$)/, /^\/api\/_/, /^\/_nuxt\/builds\//, /^\/_nuxt\/.*\.(?:js|wasm|map|json)(?:\.(?:gz|br))?$/];

/** Addresses that are answered for each request, by their own routes. */
const uncached = [/^\/media\//, /^\/hooks\//, /^\/api\//];

/** The only addresses that take anything from outside. */
const posted = [/^\/hooks\/content-changed$/];

export const isRefused = (path: string) => refused.some((pattern) => pattern.test(path));
export const isUncached = (path: string) => uncached.some((pattern) => pattern.test(path));

/** The methods that an address takes, as the `Allow` header (RFC 9110 10.2.1) says them. */
export function allowedMethods(path: string): readonly string[] {
  return posted.some((pattern) => pattern.test(path)) ? ['POST'] : ['GET', 'HEAD'];
}
