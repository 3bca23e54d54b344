import type { Core } from '@strapi/strapi';
import { commentRows } from '#src/api/comment/comment-rows';

/** Notes that she has looked at these without opening each, so that retention may take them one day; gives how many were new to her. */
export const markSeen = async (strapi: Core.Strapi, numbers: readonly number[], now: Date): Promise<number> =>
  commentRows(strapi).whereIn('id', numbers).whereNull('opened').update({ opened: now });
