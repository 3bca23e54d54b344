/** Returns the code of anything, such as `ECONNREFUSED`; never a text that only looks like one. */
export const codeOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'code' in value && /^[A-Z][A-Z0-9_]{1,60}$/.test(String(value.code))
    ? String(value.code)
    : undefined;

/** Returns an error and what caused it, the first cause last. */
function chainOf(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let at = error; at instanceof Error && chain.length < 5; at = at.cause) chain.push(at);
  return chain;
}

/** Returns the codes of an error and of its causes: `fetch failed` says nothing without them. */
export const codesOf = (error: unknown): string[] => [...new Set(chainOf(error).flatMap((one) => codeOf(one) ?? []))];

/** Returns why a request or a file failed, in words that contain no data: the last code, or the name of the error. */
export function reasonOf(error: unknown): string {
  const chain = chainOf(error);
  if (chain.some(({ name }) => name === 'TimeoutError')) return 'no answer in time';
  return codesOf(error).at(-1) ?? chain[0]?.name ?? typeof error;
}
