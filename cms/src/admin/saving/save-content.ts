import { z } from 'zod';
import { askAboutDeleted } from './ConflictDialog';
import { toRequest, type Values, withKnownIds } from './form-values';
import {
  carryOver,
  closeForm,
  formName,
  isRefusal,
  type OpenedForm,
  openedForm,
  type SavingStatus,
} from './opened-forms';
import { type Answer, apiError, failed, nothingSaved, otherShown, reasonOf } from './save-failures';
import { conflict, settleConflict } from './settle-conflict';
import { addToCache, putInCache, type SaveArgs, shownRevision } from './shown-documents';

/** A request of Strapi's API in the admin. */
export interface AdminRequest {
  url: string;
  method: string;
  data?: object;
  config?: object;
}

export type Send = (request: AdminRequest) => Promise<Answer>;

const single = 'single-types';

/** Reads what is stored now, so that the form shows it; null if it cannot be read. */
const readStored = async (args: SaveArgs, documentId: string, send: Send): Promise<unknown> => {
  const { model, collectionType = 'collection-types', params } = args;
  const url = `/content-manager/${collectionType}/${model}${collectionType === single ? '' : `/${documentId}`}`;
  const { data } = await send({ url, method: 'GET', config: { params } });
  return data ?? null;
};

const documentOf = z.object({
  data: z.object({ documentId: z.string(), updatedAt: z.string().optional() }),
  meta: z.object({ address: z.string() }).partial().optional(),
});

const takeOther = async (form: OpenedForm, args: SaveArgs, id: string, send: Send): Promise<Answer> => {
  const stored = await readStored(args, id, send);
  if (stored === null) return failed(form, {});
  form.base = null;
  form.screen?.giveUp();
  putInCache(args, stored);
  form.say({ kind: 'other-shown' });
  form.screen?.announce(otherShown);
  return { error: { name: 'ValidationError', message: nothingSaved, details: { errors: [] } } };
};

/** Notes that what a form held is stored: whoever leaves now leaves nothing behind, and goes on from there otherwise. */
const noteStored = (form: OpenedForm, { documentId, collectionType }: SaveArgs, answer: unknown): void => {
  const revision = documentOf.parse(answer).data.updatedAt;
  const isNew = documentId === undefined && collectionType !== single;
  if (!isNew && form.sent !== null) form.base = { revision, values: form.sent };
  form.screen?.onStored();
};

/** Ends a save: it counts as saved when what is stored has been read again, and the form can show it. */
const finish = async (form: OpenedForm, args: SaveArgs, answer: unknown, send: Send): Promise<Answer> => {
  const { data, meta } = documentOf.parse(answer);
  const stored = await readStored(args, data.documentId, send);
  // Sent again, it makes nothing twice: it has the same key.
  if (stored === null) return failed(form, {});
  form.base = null;
  form.screen?.onStored();
  form.savedByItself = null;
  const isNew = args.documentId === undefined && args.collectionType !== single;
  if (isNew) {
    const name = formName(args.model, data.documentId);
    carryOver(form, name);
    addToCache(args, data.documentId, stored);
    openedForm(name).say({ kind: 'saved', at: Date.now(), address: meta?.address ?? null });
  } else putInCache(args, stored);
  form.say({ kind: 'saved', at: Date.now(), address: meta?.address ?? null });
  // A form in a dialog: the next one is another.
  if (form.screen === null) closeForm(formName(args.model, args.documentId));
  return { data: answer };
};

const isDeleted = ({ collectionType, documentId }: SaveArgs, error: unknown): boolean =>
  collectionType !== single && documentId !== undefined && apiError.safeParse(error).data?.status === 404;

/** Asks whether what was typed into something that has been deleted is to be kept as a new one, and does that. */
const writeAnew = async (form: OpenedForm, args: SaveArgs, error: unknown, send: Send): Promise<Answer> => {
  const { screen } = form;
  if (screen === null || !(await askAboutDeleted())) return failed(form, error);
  const url = `/content-manager/collection-types/${args.model}`;
  const config = { params: args.params, headers: { 'Idempotency-Key': form.key } };
  const data = toRequest(withKnownIds(screen.values(), {})) as Values;
  const answer = await send({ url, method: 'POST', config, data });
  if (answer.error !== undefined) return failed(form, answer.error);
  const { documentId } = documentOf.parse(answer.data).data;
  screen.onStored();
  openedForm(formName(args.model, documentId)).say({ kind: 'saved', at: Date.now(), address: null });
  screen.open(documentId);
  return { data: answer.data };
};

/**
 * Sends what a form saves or publishes, with the revision that it shows and its key, and settles conflicts. Whatever
 * happens, nothing that was typed is taken away.
 */
export const saveContent = async (args: SaveArgs, request: AdminRequest, send: Send): Promise<Answer> => {
  const form = openedForm(formName(args.model, args.documentId));
  form.isPublishing = request.url.endsWith('/actions/publish');
  form.begin();
  const base = form.base ?? { revision: shownRevision(args), values: form.screen?.initialValues() ?? {} };
  const config = { ...request.config, headers: { 'Idempotency-Key': form.key } };
  const whole: Values = { ...args.data, updatedAt: base.revision };
  let data = whole;
  for (;;) {
    const answer = await send({ ...request, config, data });
    if (answer.error === undefined) {
      if (data === whole) noteStored(form, args, answer.data);
      return finish(form, args, answer.data, send);
    }
    if (isDeleted(args, answer.error)) return writeAnew(form, args, answer.error, send);
    const { data: refused } = conflict.safeParse(answer.error);
    if (refused === undefined) return failed(form, answer.error, base);
    const { current } = refused.details;
    const settled = await settleConflict(form, data, current);
    if (settled === null) return failed(form, answer.error, base);
    if (settled === 'other') return takeOther(form, args, String(current.documentId), send);
    data = settled;
  }
};

/** Says how saving by itself went. That publishing was refused stays in sight: it says itself what is saved. */
const sayByItself = (form: OpenedForm, status: SavingStatus): void => {
  const said = form.status();
  form.say(isRefusal(said) ? { ...said } : status);
};

/** Saves a draft by itself: nobody is asked anything, and the form stays as it is. */
export const autosaveDraft = async (args: SaveArgs, send: Send): Promise<Answer> => {
  const form = openedForm(formName(args.model, args.documentId));
  const values = form.screen?.values() ?? null;
  const id = args.documentId === undefined ? '' : `/${args.documentId}`;
  const answer = await send({
    url: `/content-manager/collection-types/${args.model}${id}`,
    method: id === '' ? 'POST' : 'PUT',
    config: { headers: { 'Idempotency-Key': form.key } },
    data: { ...args.data, updatedAt: form.base?.revision ?? shownRevision(args) },
  });
  if (answer.error !== undefined) {
    sayByItself(form, { kind: 'failed', message: reasonOf(answer.error) });
    return answer;
  }
  const { data: stored } = documentOf.parse(answer.data);
  form.screen?.onStored();
  if (values !== null) form.base = { revision: stored.updatedAt, values };
  form.savedByItself = { model: args.model, documentId: stored.documentId };
  sayByItself(form, { kind: 'draft-saved', at: Date.now() });
  return answer;
};
