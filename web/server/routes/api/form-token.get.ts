import { defineEventHandler, setResponseHeader, setResponseStatus } from 'h3';

/**
 * GET /api/form-token -> 200 `{ formToken }`, or 429: what the client script puts into a comment form, so that one
 * press sends.
 */
export default defineEventHandler((event) => {
  const { forms } = event.context;
  setResponseHeader(event, 'cache-control', 'no-store');
  const wait = forms.consume('other');
  if (wait === 0) return { formToken: forms.createToken('comment') };
  setResponseHeader(event, 'retry-after', wait);
  setResponseStatus(event, 429);
  return { formToken: null };
});
