import { defineEventHandler } from 'h3';
import type { Cms } from '#server/cms/client';
import type { Forms } from '#server/forms/forms';
import type { PostedForm } from '#server/forms/posted-form';
import { takeForm } from '#server/forms/take-form';
import type { PageFacts } from '#server/page-cache/facts';
import { site } from '#server/site';

declare module 'h3' {
  interface H3EventContext {
    /** The CMS, for this rendering. */
    cms: Cms;
    /** What the page cache must know of this page. */
    page: PageFacts;
    /** Where readers find the site, without a slash at the end: `https://example.org`. */
    siteUrl: string;
    /** What the reader sent, on the pages that take a form. */
    form?: PostedForm;
    /** Stamps, seals and limits for this request. */
    forms: Forms;
  }
}

export default defineEventHandler(async (event) => {
  // The build itself asks for the policy pages' dump; there is no CMS then.
  if (import.meta.prerender) return;
  const { settings, cmsFor, forms } = site();
  event.context.page ??= { kinds: new Set() };
  event.context.cms = cmsFor(event.context.page);
  event.context.forms = forms(event.node.req);
  event.context.siteUrl = settings.siteUrl;
  // In development there is no door to take a form; pages come straight from their source.
  if (import.meta.dev && event.method === 'POST') {
    const taken = await takeForm(event.node.req, settings.siteUrl);
    if ('form' in taken) event.context.form = taken.form;
  }
});
