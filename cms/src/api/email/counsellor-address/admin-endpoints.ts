import { confirmAddressRequest, type NotificationAddress } from 'shared';
import { manageNotificationAddress } from '#src/api/email/permissions';
import type { AdminEndpoint } from '#src/http/admin-endpoint';
import { noQuery, parseBody, parseQuery } from '#src/http/request';
import { confirmAddress, notificationAddressOf, resendLink, stopAddress } from './change-address';

const path = '/notification-address';
const permission = manageNotificationAddress;

export const addressEndpoints: readonly AdminEndpoint[] = [
  {
    method: 'GET',
    path,
    permission,
    handle: (strapi, { query }): Promise<NotificationAddress> => {
      parseQuery(noQuery, query);
      return notificationAddressOf(strapi, new Date());
    },
  },
  {
    method: 'POST',
    path: `${path}/confirm`,
    permission,
    handle: (strapi, { request }): Promise<NotificationAddress> =>
      confirmAddress(strapi, parseBody(confirmAddressRequest, request.body).token, new Date()),
  },
  {
    method: 'POST',
    path: `${path}/stop`,
    permission,
    handle: (strapi, { request }): Promise<NotificationAddress> =>
      stopAddress(strapi, parseBody(confirmAddressRequest, request.body).token, new Date()),
  },
  {
    method: 'POST',
    path: `${path}/resend`,
    permission,
    handle: (strapi): Promise<NotificationAddress> => resendLink(strapi, new Date()),
  },
];
