import type { Core } from '@strapi/strapi';
import { registrationChange, registrationCommand, registrationConfirmation, registrationRequest } from 'shared';
import { issueCertificate, UnprintableName } from '#src/api/workshop/certificates/certificates';
import privateRegistrations from '#src/api/workshop/registration/private-registration';
import { register } from '#src/api/workshop/registration/register';
import { noQuery, parseBody, parseQuery, type RequestContext, slugParam, withRetryAfter } from '#src/http/request';

const create = async (strapi: Core.Strapi, ctx: RequestContext): Promise<void> => {
  parseQuery(noQuery, ctx.query);
  const request = parseBody(registrationRequest, ctx.request.body);
  await withRetryAfter(ctx, async () => {
    const { first, receipt } = await register(strapi, slugParam(ctx.params), request, new Date());
    ctx.status = first ? 201 : 200;
    ctx.body = { data: receipt, meta: {} };
  });
};

/** Secrets are only accepted in bodies, because addresses are logged by the CMS and by proxies in front of it. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const registrations = privateRegistrations({ strapi });
  const command =
    (action: (token: string, now: Date) => Promise<unknown>) =>
    async (ctx: RequestContext): Promise<void> => {
      parseQuery(noQuery, ctx.query);
      ctx.body = { data: await action(parseBody(registrationCommand, ctx.request.body).token, new Date()), meta: {} };
    };
  const sendCertificate = command((token, now) => issueCertificate(strapi, token, now));

  return {
    create: async (ctx: RequestContext): Promise<void> => create(strapi, ctx),

    look: command(registrations.look),
    cancel: command(registrations.cancel),
    accept: command(registrations.accept),
    decline: command(registrations.decline),
    calendar: command(async (token, now) => ({ ics: await registrations.calendar(token, now) })),

    async change(ctx: RequestContext): Promise<void> {
      parseQuery(noQuery, ctx.query);
      const changes = parseBody(registrationChange, ctx.request.body);
      ctx.body = { data: await registrations.change(changes, new Date()), meta: {} };
    },

    async confirm(ctx: RequestContext): Promise<void> {
      parseQuery(noQuery, ctx.query);
      const { token } = parseBody(registrationConfirmation, ctx.request.body);
      ctx.body = { data: await registrations.confirm(token, new Date()), meta: {} };
    },

    async disown(ctx: RequestContext): Promise<void> {
      parseQuery(noQuery, ctx.query);
      const { token } = parseBody(registrationConfirmation, ctx.request.body);
      await registrations.disown(token, new Date());
      ctx.body = { data: { disowned: true }, meta: {} };
    },

    async certificate(ctx: RequestContext): Promise<void> {
      try {
        await sendCertificate(ctx);
      } catch (error) {
        if (!(error instanceof UnprintableName)) throw error;
        const { name, message, details } = error;
        ctx.status = 422;
        ctx.body = { data: null, error: { status: 422, name, message, details } };
      }
    },
  };
};
