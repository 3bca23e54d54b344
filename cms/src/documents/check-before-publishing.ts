import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { isVisible } from 'shared';
import { nodesOfType, storedNodes } from '#src/rich-text/rich-text';
import type { ChangeMiddleware, DraftedUid } from './document-rules';
import { linkErrors } from './link-errors';

/** An error of one field of the form, such as `redirects.0.path`; `message` is shown to the counsellor. */
export interface FieldError {
  field: string;
  message: string;
}

/**
 * @throws ValidationError if there are errors: the admin shows each beside its field, and all of them in its notice
 */
export const throwIfInvalid = (fieldErrors: readonly FieldError[]): void => {
  if (fieldErrors.length === 0) return;
  throw new errors.ValidationError([...new Set(fieldErrors.map(({ message }) => message))].join(' '), {
    errors: fieldErrors.map(({ field, message }) => ({ path: field.split('.'), message, name: 'ValidationError' })),
  });
};

/** What a draft of one type must have before readers may see it. */
export interface PublishCheck<Draft> {
  readonly uid: DraftedUid;
  readonly populate: Readonly<Record<string, true>>;
  /** The rich text in which pictures are looked for. */
  readonly textOf: (draft: Draft) => unknown;
  /** `describedFiles` are the hashes of the text's pictures that have an alternative text by now. */
  readonly errorsOf: (draft: Draft, describedFiles: ReadonlySet<string>, now: Date) => FieldError[];
}

type Fields = Readonly<Record<string, unknown>>;

const describedFiles = async (strapi: Core.Strapi, body: unknown): Promise<Set<string>> => {
  const hashes = nodesOfType(storedNodes(body), 'image').flatMap(({ image }) => image?.hash ?? []);
  if (hashes.length === 0) return new Set();
  const files = (await strapi.db
    .query('plugin::upload.file')
    .findMany({ select: ['hash', 'alternativeText'], where: { hash: { $in: hashes } } })) as {
    hash: string;
    alternativeText: string | null;
  }[];
  return new Set(files.flatMap(({ hash, alternativeText }) => (!isVisible(alternativeText ?? '') ? [] : [hash])));
};

/**
 * Returns a rule that accepts every draft, but rejects publishing it with all errors at once, those of its links
 * included.
 */
export const checkBeforePublishing =
  <Draft>({ uid, populate, textOf, errorsOf }: PublishCheck<Draft>) =>
  (strapi: Core.Strapi): ChangeMiddleware =>
  async ({ uid: changed, action, params }, next) => {
    if (changed === uid && action === 'publish') {
      const where = { documentId: params.documentId, publishedAt: null };
      const draft = (await strapi.db.query(uid).findOne({ where, populate })) as (Draft & Fields) | null;
      if (draft !== null) {
        const errors = errorsOf(draft, await describedFiles(strapi, textOf(draft)), new Date());
        const broken = await linkErrors(strapi, { uid, document: draft, looksUpPages: true });
        throwIfInvalid([...errors, ...broken]);
      }
    }
    return next();
  };
