import type { Core } from '@strapi/strapi';
import { commentsEndpoints } from './comments-endpoints';
import { type Endpoint,routeOf } from './endpoint';
import { outboxEndpoints } from './outbox-endpoints';
import { privacyEndpoints } from './privacy-endpoints';
import { workshopsEndpoints } from './workshops-endpoints';

/** Everything that the desk can ask, one line a noun. */
const endpoints: readonly Endpoint[] = [
  ...commentsEndpoints,
  ...outboxEndpoints,
  ...privacyEndpoints,
  ...workshopsEndpoints,
];

/** From `register`: routes in `src/api` would silently become ones of the public API. */
export const registerEndpoints = (strapi: Core.Strapi): void => {
  strapi.server.routes({
    type: 'admin',
    prefix: '/quiet-room',
    routes: endpoints.map((endpoint) => routeOf(strapi, endpoint)),
  });
};
