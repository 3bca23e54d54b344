import type { Core } from '@strapi/strapi';
import { inReadTransaction, tableRows, type UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError } from '#src/http/errors';
import { type Change, type ChangeMiddleware, type ContentUid, type DocumentRule, hasDrafts } from './document-rules';

/** What a form of the admin says about itself with each save and publish. */
export interface OpenedForm {
  readonly uid: string;
  /** When the document that it shows was last changed, in milliseconds since 1970; null for a new one. */
  readonly revision: number | null;
  /** The idempotency key: the same for everything that one opened form sends, and bound to its account. */
  readonly key: string | null;
  /** A request may write several times (save, then publish); the first of them is compared. */
  isChecked: boolean;
}

/** Somebody else has changed the document since the form was opened (409). */
export class RevisionConflict extends ConflictError {
  constructor(readonly documentId: string) {
    super('This was changed somewhere else after you opened it. Nothing was saved, and nothing was overwritten.');
  }
}

/** In days: longer than anybody keeps a form open. */
const keyKeptForDays = 14;
const dayMs = 86_400_000;

interface FormRow {
  form_key: string;
  document_id: string;
  /** Milliseconds since 1970, as the columns below are; as text on PostgreSQL. */
  revision: number | string;
  sent_at: number | string;
}
const formRows = tableRows<FormRow>('opened_forms');

/** Creates the table of what forms have written, and forgets forms that nobody can have open any more. */
export const createOpenedFormTable = async (strapi: Core.Strapi): Promise<void> => {
  await strapi.db.connection.raw(
    `create table if not exists opened_forms
     (form_key varchar(120) primary key, document_id varchar(255) not null,
      revision bigint not null, sent_at bigint not null)`,
  );
  await formRows(strapi)
    .delete()
    .where('sent_at', '<', Date.now() - keyKeptForDays * dayMs);
};

/** The revision of what a form shows: of the draft where there are drafts. Null if there is no such document. */
const revisionOf = async (strapi: Core.Strapi, uid: ContentUid, documentId: string): Promise<number | null> => {
  const row = (await strapi.db.query(uid).findOne({
    where: { documentId, ...(hasDrafts(uid) && { publishedAt: null }) },
    select: ['updatedAt'],
  })) as { updatedAt: string | number | Date } | null;
  return row === null ? null : new Date(row.updatedAt).getTime();
};

const remember = async (uow: UnitOfWork, uid: ContentUid, form: OpenedForm, documentId: string): Promise<void> => {
  const revision = await revisionOf(uow.strapi, uid, documentId);
  if (form.key === null || revision === null) return;
  await formRows(uow)
    .insert({ form_key: form.key, document_id: documentId, revision, sent_at: Date.now() })
    .onConflict('form_key')
    .merge();
};

const writtenBefore = async (uow: UnitOfWork, { key }: OpenedForm): Promise<FormRow | undefined> =>
  key === null ? undefined : formRows(uow).where({ form_key: key }).first();

/**
 * Compares the revision that a form was opened with. What this very form wrote last is no conflict: its answer may have
 * been lost on the way.
 *
 * @throws RevisionConflict
 */
const compare = async (uow: UnitOfWork, { uid }: Change, form: OpenedForm, documentId: string): Promise<void> => {
  const stored = await revisionOf(uow.strapi, uid, documentId);
  if (stored === null || stored === form.revision) return;
  const before = await writtenBefore(uow, form);
  const isOwn = before?.document_id === documentId && Number(before.revision) === stored;
  // Without a revision it is an API call if there is no key either, and a form that was opened as a new one otherwise.
  if (!isOwn && (form.revision !== null || form.key !== null)) throw new RevisionConflict(documentId);
};

const idOf = (result: unknown): string | null => {
  const { documentId } = (result ?? {}) as { documentId?: unknown };
  return typeof documentId === 'string' ? documentId : null;
};

/** Runs the first write of a request; what the form had created before is changed, not created once more. */
const runFirst = async (
  uow: UnitOfWork,
  change: Change,
  form: OpenedForm,
  next: () => Promise<unknown>,
): Promise<unknown> => {
  if (change.action === 'create') {
    const created = (await writtenBefore(uow, form))?.document_id;
    if (created === undefined || (await revisionOf(uow.strapi, change.uid, created)) === null) return next();
    await compare(uow, change, form, created);
    return uow.strapi.documents(change.uid).update({ ...change.params, documentId: created });
  }
  const { documentId } = change.params;
  if (documentId !== undefined) await compare(uow, change, form, documentId);
  return next();
};

const formOf = (strapi: Core.Strapi, { uid, action }: Change): OpenedForm | null => {
  if (action !== 'create' && action !== 'update' && action !== 'publish') return null;
  const state = strapi.requestContext.get()?.state as { openedForm?: OpenedForm } | undefined;
  return state?.openedForm?.uid === uid ? state.openedForm : null;
};

/**
 * Nobody overwrites anybody: refuses what a form sends that shows an older revision than the stored one, and lets the
 * same form sent twice make one document. Runs in the transaction of the change, after content is locked.
 */
const keepRevisions =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async (change, next) => {
    const form = formOf(strapi, change);
    if (form === null) return next();
    return inReadTransaction(strapi, async (uow) => {
      const isFirst = !form.isChecked;
      form.isChecked = true;
      const result = isFirst ? await runFirst(uow, change, form, next) : await next();
      const documentId = change.params.documentId ?? idOf(result);
      if (documentId !== null) await remember(uow, change.uid, form, documentId);
      return result;
    });
  };

export const revisionRule: DocumentRule = { phase: 'revision', rule: keepRevisions };
