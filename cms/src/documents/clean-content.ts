import type { Core } from '@strapi/strapi';
import { cleanAddress, cleanLine, cleanText } from 'shared';
import type { ChangeMiddleware } from './document-rules';

/** The part of a Strapi attribute that says what is typed into it. */
interface Attribute {
  readonly type: string;
  readonly component?: string;
}
export type Attributes = Readonly<Record<string, Attribute | undefined>>;

const cleanByType: Readonly<Record<string, ((typed: string) => string) | undefined>> = {
  string: cleanLine,
  text: cleanText,
  email: cleanAddress,
};

type Data = Record<string, unknown>;
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Returns data with every typed text cleaned, as in the forms of the site: one line for short text, several for long
 * text. Components are cleaned, too; everything else stays as it is.
 *
 * @param attributesOf returns the attributes of a component
 */
export const cleanContent = (
  attributes: Attributes,
  data: Data,
  attributesOf: (component: string) => Attributes,
): Data => {
  const cleanValue = (attribute: Attribute | undefined, value: unknown): unknown => {
    if (typeof value === 'string') return cleanByType[attribute?.type ?? '']?.(value) ?? value;
    const component = attribute?.component;
    if (component === undefined) return value;
    if (Array.isArray(value)) return value.map((item: unknown) => cleanValue(attribute, item));
    return isData(value) ? cleanContent(attributesOf(component), value, attributesOf) : value;
  };
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, cleanValue(attributes[name], value)]));
};

/** Cleans what is typed into content before any other rule sees it. */
export const cleanTypedContent =
  (strapi: Core.Strapi): ChangeMiddleware =>
  (change, next) => {
    const { uid, params } = change;
    const components: Record<string, { attributes: object } | undefined> = { ...strapi.components };
    const attributesOf = (component: string) => (components[component]?.attributes ?? {}) as Attributes;
    if (isData(params.data)) {
      const { attributes } = strapi.contentType(uid);
      change.params = { ...params, data: cleanContent(attributes as Attributes, params.data, attributesOf) };
    }
    return next();
  };
