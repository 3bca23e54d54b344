import { assertMethod, defineEventHandler, setResponseHeader, setResponseStatus } from 'h3';
import { readinessFor } from 'shared';
import { site } from '#server/site';

/**
 * Whether readers get everything that the site can offer (503 if not), and on the machine itself why not. For
 * monitoring, not for load balancers.
 */
export default defineEventHandler(async (event) => {
  assertMethod(event, 'GET', true);
  const readiness = await site().readiness();
  setResponseHeader(event, 'cache-control', 'no-store');
  setResponseStatus(event, readiness.status === 'ready' ? 200 : 503);
  return readinessFor(event.node.req, readiness);
});
