import { assertMethod, defineEventHandler, setResponseHeader, setResponseStatus } from 'h3';
import { site } from '#server/site';

/** Whether readers get everything that the site can offer, and why not (503). For monitoring, not for load balancers. */
export default defineEventHandler(async (event) => {
  assertMethod(event, 'GET', true);
  const readiness = await site().readiness();
  setResponseHeader(event, 'cache-control', 'no-store');
  setResponseStatus(event, readiness.status === 'ready' ? 200 : 503);
  return readiness;
});
