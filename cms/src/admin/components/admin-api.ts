import { adminApi } from '@strapi/strapi/admin';
import { z } from 'zod';

/** A request to one of this project's admin endpoints; `path` is below `/quiet-room`. With a `body` it is a POST. */
export interface AdminRequest {
  path: string;
  body?: object;
}

const answerSchema = z.object({ data: z.unknown() });

const toStrapi = ({ path, body }: AdminRequest) =>
  body ? { url: `/quiet-room${path}`, method: 'POST' as const, data: body } : `/quiet-room${path}`;

const unwrap = (answer: unknown): unknown => answerSchema.parse(answer).data;

/**
 * Strapi's own RTK Query API, extended by the endpoints of this project. Nothing is kept once no component uses it:
 * what readers sent must not stay in memory after signing out.
 *
 * @see https://redux-toolkit.js.org/rtk-query/usage/code-splitting
 */
export const quietRoomApi = adminApi.injectEndpoints({
  endpoints: (build) => ({
    quietRoomQuery: build.query<unknown, AdminRequest>({
      query: toStrapi,
      transformResponse: unwrap,
      keepUnusedDataFor: 0,
    }),
    quietRoomAction: build.mutation<unknown, AdminRequest>({ query: toStrapi, transformResponse: unwrap }),
  }),
});
