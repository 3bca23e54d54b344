import type { Core } from '@strapi/strapi';
import { registrationChange, registrationCommand, registrationConfirmation } from 'shared';
import { issueCertificate, UnprintableName } from '#src/api/workshop/certificates/issue';
import privateRegistrations from '#src/api/workshop/registration/private-registration';
import { noQuery, parseBody, parseQuery, type RequestContext } from '#src/http/request';

/** Secrets come in bodies only: addresses are logged, by us and by whatever stands in front. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const own = privateRegistrations({ strapi });
  const command =
    (act: (token: string, now: Date) => Promise<unknown>) =>
    async (ctx: RequestContext): Promise<void> => {
      parseQuery(noQuery, ctx.query);
      ctx.body = { data: await act(parseBody(registrationCommand, ctx.request.body).token, new Date()), meta: {} };
    };

  return {
    look: command(own.look),
    cancel: command(own.cancel),
    accept: command(own.accept),
    passOn: command(own.passOn),
    calendar: command(async (token, now) => ({ ics: await own.calendar(token, now) })),

    async certificate(ctx: RequestContext): Promise<void> {
      parseQuery(noQuery, ctx.query);
      try {
        ctx.body = {
          data: await issueCertificate(strapi, parseBody(registrationCommand, ctx.request.body).token, new Date()),
          meta: {},
        };
      } catch (error) {
        if (!(error instanceof UnprintableName)) throw error;
        ctx.status = 422;
        ctx.body = {
          data: null,
          error: { status: 422, name: error.name, message: error.message, details: error.details },
        };
      }
    },

    async change(ctx: RequestContext): Promise<void> {
      parseQuery(noQuery, ctx.query);
      ctx.body = { data: await own.change(parseBody(registrationChange, ctx.request.body), new Date()), meta: {} };
    },

    async confirm(ctx: RequestContext): Promise<void> {
      parseQuery(noQuery, ctx.query);
      ctx.body = {
        data: await own.confirm(parseBody(registrationConfirmation, ctx.request.body).token, new Date()),
        meta: {},
      };
    },
  };
};
