import type { Core } from '@strapi/strapi';
import { privateChange, privateCommand, privateKey } from 'shared';
import privateComments from '#src/api/comment/private-comment/private-comment';
import { TooManyCodes } from '#src/api/comment/private-comment/too-many-codes';
import { noQuery, parseBody, parseQuery } from '#src/http/parse';
import type { Asked } from '#src/http/request-context';

/** Secrets come in bodies only: addresses are logged, by us and by whatever stands in front. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const own = privateComments({ strapi });
  const tokenOf = (asked: Asked): string => parseBody(privateCommand, asked.request.body).token;
  const answer = (asked: Asked, data: unknown): void => {
    asked.body = { data, meta: {} };
  };

  return {
    async look(asked: Asked): Promise<void> {
      parseQuery(noQuery, asked.query);
      try {
        answer(asked, await own.look(parseBody(privateKey, asked.request.body), new Date()));
      } catch (error) {
        if (error instanceof TooManyCodes) asked.set('Retry-After', String(error.wait));
        throw error;
      }
    },

    async change(asked: Asked): Promise<void> {
      parseQuery(noQuery, asked.query);
      answer(asked, await own.change(parseBody(privateChange, asked.request.body), new Date()));
    },

    async takeNameOff(asked: Asked): Promise<void> {
      parseQuery(noQuery, asked.query);
      answer(asked, await own.takeNameOff(tokenOf(asked), new Date()));
    },

    async renewLink(asked: Asked): Promise<void> {
      parseQuery(noQuery, asked.query);
      answer(asked, await own.renewLink(tokenOf(asked), new Date()));
    },

    async remove(asked: Asked): Promise<void> {
      parseQuery(noQuery, asked.query);
      await own.remove(tokenOf(asked));
      answer(asked, { removed: true });
    },
  };
};
