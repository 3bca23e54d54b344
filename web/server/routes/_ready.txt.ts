import { assertMethod, defineEventHandler, setResponseHeader, setResponseStatus } from 'h3';
import { readinessFor, readinessText } from 'shared';
import { site } from '#server/site';

/** The same as `/_ready`, as text for people. */
export default defineEventHandler(async (event) => {
  assertMethod(event, 'GET', true);
  const readiness = await site().readiness();
  setResponseHeader(event, 'cache-control', 'no-store');
  setResponseHeader(event, 'content-type', 'text/plain; charset=utf-8');
  setResponseStatus(event, readiness.status === 'ready' ? 200 : 503);
  return readinessText(readinessFor(event.node.req, readiness));
});
