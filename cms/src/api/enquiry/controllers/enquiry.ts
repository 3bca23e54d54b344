import type { Core } from '@strapi/strapi';
import { enquiryAddition, enquiryCommand, enquiryRequest } from 'shared';
import { readContactPage } from '#src/api/enquiry/contact-page';
import { addToEnquiry, viewPrivateEnquiry, withdrawEnquiry } from '#src/api/enquiry/private-enquiry';
import { submitEnquiry } from '#src/api/enquiry/submission';
import { noQuery, parseBody, parseQuery, type RequestContext } from '#src/http/request';

const respond = (ctx: RequestContext, data: unknown): void => {
  ctx.body = { data, meta: {} };
};

/** What readers see and send on the contact page, and do with a private link. Secrets travel in bodies only. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async findContactPage(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    respond(ctx, await readContactPage(strapi, new Date()));
  },

  async submit(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const { first, enquiry } = await submitEnquiry(strapi, parseBody(enquiryRequest, ctx.request.body), new Date());
    ctx.status = first ? 201 : 200;
    respond(ctx, enquiry);
  },

  async look(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    respond(ctx, await viewPrivateEnquiry(strapi, parseBody(enquiryCommand, ctx.request.body).token));
  },

  async add(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    respond(ctx, await addToEnquiry(strapi, parseBody(enquiryAddition, ctx.request.body), new Date()));
  },

  async withdraw(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    await withdrawEnquiry(strapi, parseBody(enquiryCommand, ctx.request.body).token, new Date());
    respond(ctx, { removed: true });
  },
});
