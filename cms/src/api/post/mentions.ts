import type { Core } from '@strapi/strapi';
import { workshopFields, type WorkshopRow } from '#src/api/workshop/feature';
import { inTransaction, tableRows, type UnitOfWork } from '#src/database/unit-of-work';
import type { ChangeMiddleware } from '#src/documents/document-rules';

const postUid = 'api::post.post';
const workshopUid = 'api::workshop.workshop';

interface Mention {
  post_id: string;
  workshop_id: string;
}

const mentionRows = tableRows<Mention>('post_mentions');

/**
 * Creates the table of which workshops the published posts mention, by document id. Strapi's own relation of a
 * published post leads to rows of published workshops, which come and go: a workshop that is published after the post,
 * or unpublished for a while, would be lost.
 */
export const createMentions = (strapi: Core.Strapi): Promise<unknown> =>
  strapi.db.connection.raw(`create table if not exists post_mentions (
    post_id varchar(255) not null,
    workshop_id varchar(255) not null,
    primary key (post_id, workshop_id)
  )`);

/** Returns the workshops that the draft of a post mentions. */
const inDraft = async ({ strapi }: UnitOfWork, post: string): Promise<string[]> => {
  const draft = (await strapi.db.query(postUid).findOne({
    select: ['id'],
    where: { documentId: post, publishedAt: null },
    populate: { workshops: { select: ['documentId'] } },
  })) as { workshops: { documentId: string }[] } | null;
  return [...new Set((draft?.workshops ?? []).map(({ documentId }) => documentId))];
};

const mentionedIn = async (uow: UnitOfWork, post: string): Promise<string[]> => {
  const rows: Mention[] = await mentionRows(uow).where({ post_id: post }).orderBy('workshop_id').select('*');
  return rows.map(({ workshop_id }) => workshop_id);
};

const storeMentions = async (uow: UnitOfWork, post: string, workshops: readonly string[]): Promise<void> => {
  await mentionRows(uow).where({ post_id: post }).delete();
  if (workshops.length > 0)
    await mentionRows(uow).insert(workshops.map((workshop) => ({ post_id: post, workshop_id: workshop })));
};

/** Returns those of the ids that are still workshops, published or not. */
const existing = async ({ strapi }: UnitOfWork, workshops: readonly string[]): Promise<string[]> => {
  const where = { documentId: { $in: [...workshops] } };
  const rows = (await strapi.db.query(workshopUid).findMany({ select: ['documentId'], where })) as {
    documentId: string;
  }[];
  return workshops.filter((workshop) => rows.some(({ documentId }) => documentId === workshop));
};

/**
 * Gives a draft the mentions that its published post has: Strapi leaves out those of unpublished workshops. Otherwise
 * nothing is written, so that the draft does not pass for a changed one.
 */
const restoreInDraft = async (uow: UnitOfWork, post: string): Promise<void> => {
  const mentioned = await existing(uow, await mentionedIn(uow, post));
  const kept = new Set(await inDraft(uow, post));
  if (mentioned.length === kept.size && mentioned.every((workshop) => kept.has(workshop))) return;
  const set = mentioned.map((documentId) => ({ documentId }));
  await uow.strapi.documents(postUid).update({ documentId: post, data: { workshops: { set } } });
};

const keepMentionsOf = async (uow: UnitOfWork, action: string, post: string): Promise<void> => {
  if (action === 'publish') await storeMentions(uow, post, await inDraft(uow, post));
  if (action === 'unpublish' || action === 'delete') await storeMentions(uow, post, []);
  if (action === 'discardDraft') await restoreInDraft(uow, post);
};

/** The posts whose drafts mention a workshop. */
const draftsMentioning = async ({ strapi }: UnitOfWork, workshop: string): Promise<string[]> => {
  const rows = (await strapi.db.query(postUid).findMany({
    select: ['documentId'],
    where: { publishedAt: null, workshops: { documentId: workshop } },
  })) as { documentId: string }[];
  return [...new Set(rows.map(({ documentId }) => documentId))];
};

/** Discarding the changes of a workshop makes its draft anew, which must not take it out of the drafts of posts. */
const keepInDrafts = async (uow: UnitOfWork, workshop: string, next: () => Promise<unknown>): Promise<unknown> => {
  const before = await draftsMentioning(uow, workshop);
  const result = await next();
  const after = await draftsMentioning(uow, workshop);
  const connect = [{ documentId: workshop }];
  for (const post of before.filter((one) => !after.includes(one)))
    await uow.strapi.documents(postUid).update({ documentId: post, data: { workshops: { connect } } });
  return result;
};

/** Keeps what published posts mention, whatever happens to the workshops. */
export const keepMentions =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async ({ uid, action, params: { documentId } }, next) => {
    if (documentId === undefined || (uid !== postUid && uid !== workshopUid)) return next();
    return inTransaction(strapi, async (uow) => {
      if (uid === workshopUid && action === 'discardDraft') return keepInDrafts(uow, documentId, next);
      const result = await next();
      if (uid === postUid) await keepMentionsOf(uow, action, documentId);
      else if (action === 'delete') await mentionRows(uow).where({ workshop_id: documentId }).delete();
      return result;
    });
  };

/** Returns the published workshops that a published post mentions. */
export const mentionedWorkshops = async (uow: UnitOfWork, post: string): Promise<WorkshopRow[]> => {
  const mentioned = await mentionedIn(uow, post);
  if (mentioned.length === 0) return [];
  const where = { documentId: { $in: mentioned }, publishedAt: { $notNull: true } };
  return (await uow.strapi.db.query(workshopUid).findMany({ ...workshopFields, where })) as WorkshopRow[];
};
