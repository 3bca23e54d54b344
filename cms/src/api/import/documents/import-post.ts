import type { Core } from '@strapi/strapi';
import type { NeutralPost } from '#src/api/import/source';
import { inTransaction } from '#src/database/unit-of-work';
import { whyLive } from '#src/slugs/at-path';
import type { ChosenAuthor } from './choose-author';
import { findImportedPost, lockImportKey, recordImportedPost } from './imported-posts';
import { type ImportOptions, type Plan, planImport } from './plan';

const post = 'api::post.post';

/** Returns the key of a post among all sources, cut to the 300 characters of its column. */
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
  // Where something is on this site, an old link leads to that.
  const { oldPath } = neutral;
  const isLive = oldPath !== null && (await whyLive(strapi, oldPath, { uid: post, documentId: undefined })) !== null;
  const redirects = oldPath && !isLive ? [{ path: oldPath }] : [];
  const created = await strapi
    .documents(post)
    .create({ data: { ...data, redirects, commentsOpen: true, invitesToCall: true } });
  return { documentId: created.documentId, slug: created.slug ?? null };
}

/** Returns what an import would do, without doing it. */
export async function previewImport(strapi: Core.Strapi, neutral: NeutralPost, options: ImportOptions): Promise<Plan> {
  return planImport(strapi, neutral, options, await findImportedPost(strapi, importKey(neutral)));
}

const changesSomething = ({ decision, publishes }: Plan): boolean =>
  decision === 'create' || decision === 'update' || (decision === 'same' && publishes);

/**
 * Imports a post: creates it, or updates one that an earlier import created and that was not edited since. Everything
 * happens in one transaction, and importing the same file again changes nothing. Returns what was done.
 */
export async function importPost(strapi: Core.Strapi, neutral: NeutralPost, options: ImportOptions): Promise<Plan> {
  const preview = await previewImport(strapi, neutral, options);
  if (!changesSomething(preview)) return preview;
  const key = importKey(neutral);
  return inTransaction(strapi, async (uow) => {
    // Planned again now that the key is locked: another process may have imported the post a moment ago.
    const plan = await planImport(strapi, neutral, options, await lockImportKey(uow, key));
    if (!changesSomething(plan)) return plan;
    const { documentId, slug } = await write(strapi, neutral, plan);
    await recordImportedPost(uow, { import_key: key, document_id: documentId, fingerprint: plan.fingerprint });
    if (plan.publishes) await strapi.documents(post).publish({ documentId });
    return { ...plan, documentId, slug };
  });
}
