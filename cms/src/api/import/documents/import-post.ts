import type { Core } from '@strapi/strapi';
import type { NeutralPost } from '#src/api/import/source';
import { inTransaction } from '#src/database/unit-of-work';
import type { ChosenAuthor } from './choose-author';
import { findImportedPost, noteImportedPost, takeImportKey } from './imported-posts';
import { type Plan, planImport, type Wish } from './plan';

const post = 'api::post.post';

/** At most 300 characters, as the column takes them. */
const importKey = ({ source, key }: NeutralPost): string => `${source}:${key}`.slice(0, 300);

async function authorId(strapi: Core.Strapi, chosen: ChosenAuthor | null): Promise<string | null> {
  if (!chosen) return null;
  if ('author' in chosen) return chosen.author.documentId;
  return (await strapi.documents('api::author.author').create({ data: { name: chosen.add } })).documentId;
}

async function write(
  strapi: Core.Strapi,
  neutral: NeutralPost,
  plan: Plan,
): Promise<{ documentId: string; slug: string | null }> {
  const { updated, ...fields } = plan.fields;
  const author = await authorId(strapi, plan.author);
  const data = { ...fields, ...(updated !== null && { updated }), ...(author !== null && { author }) };
  if (plan.documentId !== null) {
    if (plan.decision === 'update') await strapi.documents(post).update({ documentId: plan.documentId, data });
    return { documentId: plan.documentId, slug: plan.slug };
  }
  const redirects = neutral.oldPath ? [{ path: neutral.oldPath }] : [];
  const created = await strapi
    .documents(post)
    .create({ data: { ...data, redirects, commentsOpen: true, invitesToCall: true } });
  return { documentId: created.documentId, slug: created.slug ?? null };
}

/** Says what an import would do, and does none of it. */
export async function previewImport(strapi: Core.Strapi, neutral: NeutralPost, wish: Wish): Promise<Plan> {
  return planImport(strapi, neutral, wish, await findImportedPost(strapi, importKey(neutral)));
}

const changesSomething = ({ decision, publishes }: Plan): boolean =>
  decision === 'create' || decision === 'update' || (decision === 'same' && publishes);

/**
 * Brings a post into the CMS: a new one, or other words for one that an earlier import made and nobody has edited
 * since. All of it or nothing, in one transaction; importing the same again changes nothing. Returns what was done.
 */
export async function importPost(strapi: Core.Strapi, neutral: NeutralPost, wish: Wish): Promise<Plan> {
  const preview = await previewImport(strapi, neutral, wish);
  if (!changesSomething(preview)) return preview;
  const key = importKey(neutral);
  return inTransaction(strapi, async (uow) => {
    // Decided anew with the key in hand: somebody else may have imported it a moment ago.
    const plan = await planImport(strapi, neutral, wish, await takeImportKey(uow, key));
    if (!changesSomething(plan)) return plan;
    const { documentId, slug } = await write(strapi, neutral, plan);
    await noteImportedPost(uow, { import_key: key, document_id: documentId, fingerprint: plan.fingerprint });
    if (plan.publishes) await strapi.documents(post).publish({ documentId });
    return { ...plan, documentId, slug };
  });
}
