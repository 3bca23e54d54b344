import type { Core } from '@strapi/strapi';
import { type Addresses, addressKind } from '#src/rich-text/link-hosts';
import { readLink } from '#src/rich-text/links';
import { nodesOfType, plainText, type StoredNode, storedNodes } from '#src/rich-text/rich-text';
import { settingsOf } from '#src/settings';
import { type AtPath, findAtPath } from '#src/slugs/at-path';
import type { ContentUid } from './document-rules';

interface LinkError {
  field: string;
  message: string;
}

/** How many broken links one field names; the others are counted. */
const maxNamed = 5;

const problemAt = (found: AtPath, url: string): string | null => {
  if (found === 'something') return null;
  return found === 'nothing'
    ? `there is no page at ${url} on this site.`
    : `“${found.draft}” is not published yet. Publish that first, or remove the link for now.`;
};

const sentence = (link: StoredNode, problem: string): string => {
  const text = plainText([link]);
  return text === ''
    ? `A link without a text does not work: ${problem}`
    : `The link “${text}” does not work: ${problem}`;
};

/** Whether a field of one line, such as the booking address, is a web address of the CMS. */
const leadsToCms = (value: string, addresses: Addresses): boolean =>
  /^https?:\/\//i.test(value) && URL.canParse(value) && addressKind(new URL(value), addresses) === 'cms';

/** What is checked: which document it is, and whether pages of this site are looked up. */
interface Checked {
  readonly uid: ContentUid;
  readonly document: Readonly<Record<string, unknown>>;
  readonly looksUpPages: boolean;
}

/**
 * Returns an error for each rich text of a document in which a link cannot work, quoting the links by their text, and
 * for each web address of the CMS in another field. A link to the document itself works.
 */
export const linkErrors = async (
  strapi: Core.Strapi,
  { uid, document, looksUpPages }: Checked,
): Promise<LinkError[]> => {
  const problemOf = async ({ url = '' }: StoredNode): Promise<string | null> => {
    const link = readLink(url, settingsOf(strapi));
    if ('problem' in link) return link.problem;
    if (link.path === null || !looksUpPages) return null;
    const path = link.path;
    return problemAt(await findAtPath(strapi, path, document.documentId), path);
  };
  const errors: LinkError[] = [];
  for (const [field, { type }] of Object.entries(strapi.contentType(uid).attributes)) {
    const value = document[field];
    if (type === 'string' && typeof value === 'string' && leadsToCms(value, settingsOf(strapi)))
      errors.push({
        field,
        message: 'This leads to your dashboard, which readers cannot open. Enter another address.',
      });
    if (type !== 'blocks') continue;
    const sentences = new Set<string>();
    for (const link of nodesOfType(storedNodes(value), 'link')) {
      const problem = await problemOf(link);
      if (problem !== null) sentences.add(sentence(link, problem));
    }
    const more = sentences.size - maxNamed;
    const named = [...sentences].slice(0, maxNamed);
    if (more > 0) named.push(`${more} more ${more === 1 ? 'link does' : 'links do'} not work.`);
    if (named.length > 0) errors.push({ field, message: named.join(' ') });
  }
  return errors;
};
