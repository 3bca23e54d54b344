import { cleanAddress, cleanLine, cleanText, isCalendarType, isVisible } from 'shared';
import { cleanRichText } from '#src/rich-text/clean-rich-text';
import { type Addresses, addressKind } from '#src/rich-text/link-hosts';
import { readLink } from '#src/rich-text/links';
import { tidyLinks } from '#src/rich-text/rich-text';

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

/** Returns null for an emptied field, and a time of day with the seconds that Strapi demands. */
const cleanCalendarValue = (typed: string): string | null =>
  typed === '' ? null : typed.replace(/^(\d\d:\d\d)(:\d\d)?$/, (_all, time: string, s = ':00') => `${time}${s}.000`);

interface Cleaning {
  /** Returns the attributes of a component. */
  readonly attributesOf: (component: string) => Attributes;
  readonly addresses: Addresses;
}

/** Without the punctuation of the sentence that it stands in. */
const webAddress = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]/gi;

/** Returns plain text with the site's addresses for uploads instead of the CMS's: the site makes links of them. */
const withSiteUploads = (text: string, addresses: Addresses): string =>
  text.replace(webAddress, (typed) => {
    const link = readLink(typed, addresses);
    const isUpload = 'path' in link && link.url.startsWith('/media/');
    return isUpload && addressKind(new URL(typed), addresses) === 'cms' ? addresses.siteUrl + link.url : typed;
  });

const cleanString = (type: string, typed: string, addresses: Addresses): string => {
  const clean = cleanByType[type]?.(typed) ?? typed;
  if (type !== 'text' && type !== 'string') return clean;
  // What shows nothing is an empty field to everything that reads it.
  return isVisible(clean) ? withSiteUploads(clean, addresses) : '';
};

/** Returns the address of a link as readers will get it; one that cannot work stays as it was typed. */
const cleanLink = (addresses: Addresses) => (typed: string) => {
  const link = readLink(typed, addresses);
  return 'problem' in link ? typed : link.url;
};

/**
 * Returns data with every typed text cleaned, as in the forms of the site: one line for short text, several for long
 * text, and rich text without what readers would stumble over, its links as they were meant. Components are cleaned,
 * too; everything else stays as it is.
 */
export const cleanContent = (attributes: Attributes, data: Data, cleaning: Cleaning): Data => {
  const cleanValue = (attribute: Attribute | undefined, value: unknown): unknown => {
    if (attribute?.type === 'blocks') return tidyLinks(cleanRichText(value), cleanLink(cleaning.addresses));
    if (typeof value === 'string' && isCalendarType(attribute?.type ?? '')) return cleanCalendarValue(value);
    if (typeof value === 'string') return cleanString(attribute?.type ?? '', value, cleaning.addresses);
    const component = attribute?.component;
    if (component === undefined) return value;
    if (Array.isArray(value)) return value.map((item: unknown) => cleanValue(attribute, item));
    return isData(value) ? cleanContent(cleaning.attributesOf(component), value, cleaning) : value;
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
  addresses: Addresses,
): Data | undefined =>
  isData(data)
    ? cleanContent(attributes, data, {
        attributesOf: (component) => components[component]?.attributes ?? {},
        addresses,
      })
    : undefined;
