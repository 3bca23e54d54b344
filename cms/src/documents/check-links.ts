import type { Core } from '@strapi/strapi';
import { tidyLinks } from '#src/rich-text/rich-text';
import { throwIfInvalid } from './check-before-publishing';
import { type ChangeMiddleware, hasDrafts } from './document-rules';
import { linkErrors } from './link-errors';

/**
 * Refuses to save what is public at once with a link that cannot work. Pages of this site are not looked up: one that
 * was unpublished long after must not keep the counsellor from saving anything else there. What has drafts is checked
 * when it is published.
 */
export const checkLinksOnSaving =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async ({ uid, params }, next) => {
    if (!hasDrafts(uid) && params.data !== undefined)
      throwIfInvalid(await linkErrors(strapi, { uid, document: params.data, looksUpPages: false }));
    return next();
  };

/** The two functions of Strapi's entity validator. Their results are the checked data. */
type Validate = (model: { attributes: object }, data: Record<string, unknown>, ...more: unknown[]) => Promise<object>;
type Validator = Record<'validateEntityCreation' | 'validateEntityUpdate', Validate>;

const extended = new WeakSet<object>();

/**
 * Lets drafts be saved with any link, also while it cannot work yet, and with those for text messages (`sms:`) and to
 * headings (`#`), which Strapi does not know. Strapi checks everything else in the text as before.
 */
export const acceptAnyLink = (strapi: Core.Strapi): void => {
  const validator = strapi.get<Validator>('entityValidator');
  if (extended.has(validator)) return;
  extended.add(validator);
  for (const name of ['validateEntityCreation', 'validateEntityUpdate'] as const) {
    const validate = validator[name].bind(validator);
    validator[name] = async (model, data, ...more) => {
      const texts = Object.entries(model.attributes as Record<string, { type: string }>).filter(
        ([field, { type }]) => type === 'blocks' && Array.isArray(data[field]),
      );
      const withValidLinks = { ...data };
      for (const [field] of texts) withValidLinks[field] = tidyLinks(data[field], () => '/');
      const valid = await validate(model, withValidLinks, ...more);
      return { ...valid, ...Object.fromEntries(texts.map(([field]) => [field, data[field]])) };
    };
  }
};
