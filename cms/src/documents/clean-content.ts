import { cleanAddress, cleanLine, cleanText } from 'shared';

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

/**
 * Returns data for a content type with every typed text cleaned; other values as they are.
 *
 * @param components the application's components by their name
 */
export const cleanTyped = (
  data: unknown,
  attributes: Attributes,
  components: Readonly<Record<string, { attributes: Attributes } | undefined>>,
): Data | undefined =>
  isData(data) ? cleanContent(attributes, data, (component) => components[component]?.attributes ?? {}) : undefined;
