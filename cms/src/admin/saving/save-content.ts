import { looksTheSame } from 'shared';
import { z } from 'zod';
import { dayAndClockTime } from '#src/admin/components/labels';
import { askAboutConflict, askAboutDeleted } from './ConflictDialog';
import { changedByOther, changedFields, inWords, toRequest, type Values, withKnownIds } from './form-values';
import { carryOver, closeForm, formName, notSavedYet, type OpenedForm, openedForm } from './opened-forms';
import { putInCache, type SaveArgs, shownRevision } from './shown-documents';

/** A request of Strapi's API in the admin. */
export interface AdminRequest {
  url: string;
  method: string;
  data?: object;
  config?: object;
}

export type Answer = { data: unknown; error?: undefined } | { data?: undefined; error: unknown };
export type Send = (request: AdminRequest) => Promise<Answer>;

const apiError = z
  .object({ status: z.number(), name: z.string(), message: z.string(), details: z.unknown() })
  .partial();
const conflict = z.object({
  status: z.literal(409),
  details: z.object({ current: z.record(z.string(), z.unknown()) }),
});
const fieldErrors = z.object({ errors: z.array(z.unknown()) });

/** Returns why something is not saved yet, in a sentence. */
const reasonOf = (error: unknown): string => {
  const { status, message } = apiError.safeParse(error).data ?? {};
  if (status === 404) return 'It was deleted in the meantime.';
  return status === undefined || !message ? 'The website’s server did not answer.' : message;
};

/**
 * Returns a failure as the content manager's forms have to see it: after any other kind of error they would go back to
 * what was saved before.
 */
const failed = (form: OpenedForm, error: unknown, base: OpenedForm['base'] = null): Answer => {
  const message = reasonOf(error);
  form.say({ kind: 'failed', message });
  form.sent = null;
  form.base ??= base;
  const { details } = apiError.safeParse(error).data ?? {};
  const errors = fieldErrors.safeParse(details).data?.errors ?? [];
  return { error: { name: 'ValidationError', status: 400, message: `${notSavedYet} ${message}`, details: { errors } } };
};

const single = 'single-types';

/** Reads what is stored now, so that the form shows it; null if it cannot be read. */
const readStored = async (args: SaveArgs, documentId: string, send: Send): Promise<unknown> => {
  const { model, collectionType = 'collection-types', params } = args;
  const url = `/content-manager/${collectionType}/${model}${collectionType === single ? '' : `/${documentId}`}`;
  const { data } = await send({ url, method: 'GET', config: { params } });
  return data ?? null;
};

const pick = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));

const lastSaved = z.object({
  updatedAt: z.coerce.date(),
  updatedBy: z.object({ firstname: z.string() }).nullish(),
});

/** Returns when and by whom a version was saved, such as “on Tuesday at 10:20 by Nora”. */
const savedWords = (version: Values): string => {
  const { updatedAt, updatedBy } = lastSaved.parse(version);
  const when = dayAndClockTime(updatedAt.getTime(), Date.now());
  return updatedBy ? `${when} by ${updatedBy.firstname}` : when;
};

/** Returns what is sent instead after a conflict, `other` to take the other version, or null to send nothing. */
const settle = async (form: OpenedForm, sent: Values, current: Values): Promise<Values | 'other' | null> => {
  const { screen } = form;
  const before = form.base?.values ?? screen?.initialValues() ?? {};
  const values = screen?.values() ?? sent;
  const mine = Object.keys(screen ? changedFields(before, values) : sent);
  const others = changedByOther(screen ? before : sent, current).filter(
    (name) => !looksTheSame(values[name], current[name]) && screen?.labelOf(name) !== null,
  );
  const again = { ...pick(sent, Object.keys(sent)), updatedAt: current.updatedAt };
  const asMine = withKnownIds(again, current) as Values;
  // It was only published, say: there is nothing to choose between.
  if (others.length === 0) return asMine;
  const shown = [...new Set([...others, ...mine.filter((name) => name in current)])];
  const choice = await askAboutConflict({
    fields: shown.map((name) => ({
      label: screen?.labelOf(name) ?? name,
      mine: inWords(values[name]),
      other: inWords(current[name]),
    })),
    saved: savedWords(current),
    canKeepBoth: screen !== null && mine.length > 0 && !mine.some((name) => others.includes(name)),
  });
  if (choice === 'both') return pick(asMine, [...mine, 'updatedAt']);
  return choice === 'mine' ? asMine : choice;
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
  form.say({ kind: 'none' });
  return { error: { name: 'ValidationError', message: 'You see the other version now.', details: { errors: [] } } };
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
    const settled = await settle(form, data, current);
    if (settled === null) return failed(form, answer.error, base);
    if (settled === 'other') return takeOther(form, args, String(current.documentId), send);
    data = settled;
  }
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
    form.say({ kind: 'failed', message: reasonOf(answer.error) });
    return answer;
  }
  const { data: stored } = documentOf.parse(answer.data);
  form.screen?.onStored();
  if (values !== null) form.base = { revision: stored.updatedAt, values };
  form.savedByItself = { model: args.model, documentId: stored.documentId };
  form.say({ kind: 'draft-saved', at: Date.now() });
  return answer;
};
