import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

const chosenIsGone =
  'Something that was chosen here, such as a picture or a topic, has been deleted since. Take it out or choose another, then save.';

/** What Strapi says of a field, and what the counsellor reads instead. `field` is already in words. */
const rules: readonly (readonly [RegExp, (field: string, limit: string) => string])[] = [
  [/^\d+ relation\(s\)/, () => chosenIsGone],
  [
    /at most (\d+) characters/,
    (field, limit) => `${field} can have ${Number(limit).toLocaleString('en-GB')} characters at most.`,
  ],
  [/at least 1 characters/, (field) => `${field} is missing.`],
  [/at least (\d+) characters/, (field, limit) => `${field} needs at least ${limit} characters.`],
  [
    /less than or equal to (-?[\d.]+)/,
    (field, limit) => `${field} can be ${Number(limit).toLocaleString('en-GB')} at most.`,
  ],
  [/greater than or equal to (-?[\d.]+)/, (field, limit) => `${field} must be ${limit} or more.`],
  [/must be defined|cannot be null|required|cannot be empty|not be empty/, (field) => `${field} is missing.`],
  [/must be unique/, (field) => `${field} is used already. Enter another.`],
  [/valid email/, (field) => `${field} must be an email address, like name@example.com.`],
  [/one of the following values/, (field) => `${field} must be one of the choices.`],
  [/an integer/, (field) => `${field} must be a whole number, without decimals.`],
  [/`(?:number|integer)` type|finite number|integer/, (field) => `${field} must be a number.`],
  [/`(?:date|time|datetime)` type|date|time/, (field) => `${field} must be a date or time.`],
];

/** Returns what Strapi says of one field in plain words. */
export const plainMessage = (message: string, label: string): string => {
  const field = label === '' ? 'Something here' : `“${label}”`;
  // Without the field's own name, which may be “timeZone”.
  const said = message.replace(/^\S+ (?=must |cannot |is )/, '');
  for (const [pattern, say] of rules) {
    const match = pattern.exec(said);
    if (match) return say(field, match[1] ?? '');
  }
  return `${field} is not valid.`;
};

/**
 * What Strapi says of a whole entry that is gone; in a refusal of what was sent, of something that was chosen in it.
 */
const isGone = /^Document with id|not found$|does not exist|^\d+ relation\(s\)/i;

export interface FieldIssue {
  path: readonly (string | number)[];
  message: string;
}

interface Attribute {
  type: string;
  component?: string;
}
type Schema = Record<string, Attribute | undefined>;

/** Where labels are looked up: the attributes and the labels of a type or component. */
export interface Labels {
  schemaOf: (uid: string) => Schema;
  labelOf: (uid: string, field: string) => Promise<string>;
}

/** Returns the labels on the way to a field: `Prices, no. 2, Amount`. */
export const labelOfPath = async (labels: Labels, uid: string, path: FieldIssue['path']): Promise<string> => {
  const words: string[] = [];
  let at: string | undefined = uid;
  for (const part of path) {
    if (/^\d+$/.test(String(part))) words.push(`no. ${Number(part) + 1}`);
    else if (at !== undefined) {
      words.push(await labels.labelOf(at, String(part)));
      at = labels.schemaOf(at)[String(part)]?.component;
    }
  }
  return words.join(', ');
};

interface ViewService {
  findConfiguration(model: object): Promise<{ metadatas: Record<string, { edit?: { label?: string } } | undefined> }>;
}

/** Looks labels up where the content manager does. */
export const labelsOf = (strapi: Core.Strapi): Labels => {
  const modelOf = (uid: string) => {
    const models: Record<string, { attributes: object } | undefined> = { ...strapi.contentTypes, ...strapi.components };
    return models[uid];
  };
  return {
    schemaOf: (uid) => (modelOf(uid)?.attributes ?? {}) as Schema,
    labelOf: async (uid, field) => {
      const model = modelOf(uid);
      if (!model) return field;
      const name = uid.startsWith('api::') ? 'content-types' : 'components';
      const service = strapi.plugin('content-manager').service(name) as unknown as ViewService;
      return (await service.findConfiguration(model)).metadatas[field]?.edit?.label ?? field;
    },
  };
};

/** What is said of content that is not there, or no longer. */
export const goneMessage = 'This no longer exists. It may have been deleted in the meantime.';

const contentPath = /^\/content-manager\/(?:collection-types|single-types)\/([\w:.-]+)/;

/** Returns whether a request is about content, in the content manager. */
export const isAboutContent = (path: string): boolean => contentPath.test(path);

/**
 * Returns an error of the content manager in words for the counsellor: which field by its label, and what to change.
 * Errors of this project's own rules are in plain words already, and stay as they are.
 */
export const inPlainWords = async (strapi: Core.Strapi, path: string, error: unknown): Promise<unknown> => {
  const [, uid] = contentPath.exec(path) ?? [];
  if (uid === undefined || !(error instanceof errors.ApplicationError || error instanceof Error)) return error;
  if (error instanceof errors.YupValidationError) {
    const { errors: issues = [] } = error.details as { errors?: FieldIssue[] };
    const plain: (FieldIssue & { name: string })[] = [];
    for (const { path: at, message } of issues)
      plain.push({
        path: at,
        name: 'ValidationError',
        message: plainMessage(message, await labelOfPath(labelsOf(strapi), uid, at)),
      });
    return new errors.ValidationError([...new Set(plain.map(({ message }) => message))].join(' '), { errors: plain });
  }
  if (!isGone.test((error as Error).message)) return error;
  return error instanceof errors.ValidationError
    ? new errors.ValidationError(chosenIsGone)
    : new errors.NotFoundError(goneMessage);
};
