import { IncomingMessage } from 'node:http';
import { defineEventHandler } from 'h3';
import { useRuntimeConfig } from 'nitropack/runtime';
import type { Cms } from '#server/cms/client';
import type { FormServices } from '#server/forms/form-services';
import { formTokenPlaceholder } from '#server/forms/form-token';
import { type FormFields, readForm } from '#server/forms/read-form';
import type { CacheHints } from '#server/page-cache/render';
import { site } from '#server/site';

declare module 'h3' {
  interface H3EventContext {
    /** The CMS, for this rendering. */
    cms: Cms;
    /** What this rendering has asked the CMS for, by the key of `useCmsData`. */
    fetched?: Map<string, Promise<unknown>>;
    /** What the page cache must know about this page. */
    cacheHints: CacheHints;
    /** Where readers find the site, without a trailing slash: `https://example.org`. */
    siteUrl: string;
    /** What the reader sent, on pages that accept a form. */
    form?: FormFields;
    /** Form tokens, sealed state and rate limits for this request. */
    forms: FormServices;
    /** Names this request in the log, in the CMS, and in the response (`X-Request-Id`). */
    requestId?: string;
    /** Nitro's own. */
    nitro: { runtimeConfig?: ReturnType<typeof useRuntimeConfig> };
  }
}

/** Gives every rendering its CMS client and form services. */
export default defineEventHandler(async (event) => {
  // The build itself renders the policy pages; there is no CMS then.
  if (import.meta.prerender) return;
  const { settings, cmsFor, formsFor } = site();
  const { context } = event;
  const forms = formsFor(event.node.req);
  // Only the page cache gives hints of its own to fill in; what it stores is sent to many.
  context.forms = context.cacheHints ? { ...forms, createToken: formTokenPlaceholder } : forms;
  context.cacheHints ??= { tags: new Set() };
  context.cms = cmsFor(context.cacheHints, context.requestId);
  context.siteUrl = settings.siteUrl;
  // The same for every request; Nitro would read it from the environment again for each.
  context.nitro.runtimeConfig = useRuntimeConfig();
  // In development there is no request pipeline that reads forms. A call inside the process has no body to wait for.
  if (import.meta.dev && event.method === 'POST' && event.node.req instanceof IncomingMessage) {
    const form = await readForm(event.node.req, settings.siteUrl);
    if ('fields' in form) context.form = form.fields;
  }
});
