import type { Core } from '@strapi/strapi';
import { commentsEndpoints } from '#src/api/comment/admin-endpoints';
import { outboxEndpoints } from '#src/api/email/admin-endpoints';
import { privacyEndpoints } from '#src/api/privacy/admin-endpoints';
import { workshopsEndpoints } from '#src/api/workshop/admin-endpoints';
import { type Endpoint, routeOf } from './admin-endpoint';

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
