import type { Core } from '@strapi/strapi';
import { instantOn } from '#src/api/import/calendar';
import type { NeutralBlock, NeutralPost, Run } from '#src/api/import/source';
import { practiceTimeZone } from '#src/api/practice/read-practice';
import { type Author, chooseAuthor, type ChosenAuthor } from './choose-author';
import { decide, type Decision, fingerprint, type ImportedPost } from './imported-posts';

interface Text {
  type: 'text';
  text: string;
  bold?: true;
  italic?: true;
}
type Inline = Text | { type: 'link'; url: string; rel: string; target: string; children: Text[] };

/** The part of Strapi's rich text that an import makes: https://docs.strapi.io/cms/features/content-manager */
type StrapiBlock =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'quote'; children: Inline[] }
  | { type: 'heading'; level: 2 | 3; children: Inline[] }
  | { type: 'list'; format: 'ordered' | 'unordered'; children: { type: 'list-item'; children: Inline[] }[] };

const textNode = ({ text, bold, italic }: Run): Text => ({
  type: 'text',
  text,
  ...(bold && { bold }),
  ...(italic && { italic }),
});

/** The words of a line as the editor stores them; it begins and ends every line that has a link with text. */
function toInline(text: string, runs: readonly Run[] = [{ text }]): Inline[] {
  const inline = runs.map((run): Inline =>
    run.url ? { type: 'link', url: run.url, rel: '', target: '', children: [textNode(run)] } : textNode(run),
  );
  const empty: Text = { type: 'text', text: '' };
  return [
    ...(inline[0]?.type === 'link' ? [empty] : []),
    ...inline,
    ...(inline.at(-1)?.type === 'link' ? [empty] : []),
  ];
}

function toStrapiBlock(block: NeutralBlock): StrapiBlock {
  switch (block.kind) {
    case 'heading':
      return { type: 'heading', level: block.level, children: toInline(block.text, block.runs) };
    case 'list':
      return {
        type: 'list',
        format: block.ordered ? 'ordered' : 'unordered',
        children: block.items.map((item, index) => ({
          type: 'list-item',
          children: toInline(item, block.itemRuns?.[index]),
        })),
      };
    default:
      return { type: block.kind, children: toInline(block.text, block.runs) };
  }
}

/** Returns the body as Strapi's editor would store it; a P.S. becomes its last paragraph. */
export function toStrapiBody({
  body,
  postscript,
  postscriptRuns,
}: Pick<NeutralPost, 'body' | 'postscript' | 'postscriptRuns'>): StrapiBlock[] {
  const closing: NeutralBlock[] = postscript
    ? [{ kind: 'paragraph', text: postscript, ...(postscriptRuns && { runs: postscriptRuns }) }]
    : [];
  return [...body, ...closing].map(toStrapiBlock);
}

const post = 'api::post.post';

/** The options of an import: whether to publish the post at once, and its author's name. */
export interface ImportOptions {
  publish: boolean;
  author: string | null;
}

/** The fields of a post as an import writes them. */
interface PostFields {
  title: string;
  body: StrapiBlock[];
  published: string;
  updated: string | null;
}

/**
 * What an import will do with one post. `twin`: a post with this title exists and was not imported from this page.
 */
export interface Plan {
  decision: Decision | 'twin';
  documentId: string | null;
  slug: string | null;
  author: ChosenAuthor | null;
  /** Whether a version of it is public, and whether this import publishes the file's version. */
  isPublic: boolean;
  publishes: boolean;
  /** Why it was not published although that was wished for, as the end of a sentence; null otherwise. */
  heldBack: string | null;
  fields: PostFields;
  fingerprint: string;
}

const fieldsOf = (neutral: NeutralPost, timeZone: string, now: Date): PostFields => ({
  title: neutral.title,
  body: toStrapiBody(neutral),
  published: instantOn(neutral.published.day, timeZone, now),
  updated: neutral.updated ? instantOn(neutral.updated.day, timeZone, now) : null,
});

const read = async (strapi: Core.Strapi, documentId: string, status: 'draft' | 'published') => {
  const found = await strapi.documents(post).findOne({
    documentId,
    status,
    fields: ['title', 'slug', 'body', 'published'],
    populate: { author: { fields: ['name'] } },
  });
  if (!found) return null;
  const { slug, title, body, published, author } = found;
  return {
    slug: slug ?? null,
    title: title ?? null,
    body,
    published: published ? String(published) : null,
    author: author?.documentId ?? null,
  };
};

const isTwin = async (strapi: Core.Strapi, title: string): Promise<boolean> =>
  (await strapi.documents(post).findFirst({ filters: { title: { $eqi: title } }, fields: ['title'] })) !== null;

async function authorFor(
  strapi: Core.Strapi,
  neutral: NeutralPost,
  asked: string | null,
): Promise<ChosenAuthor | null> {
  const found = await strapi.documents('api::author.author').findMany({ fields: ['name', 'slug'], sort: 'id' });
  const authors: Author[] = found.map(({ documentId, name, slug }) => ({
    documentId,
    name: name ?? '',
    slug: slug ?? null,
  }));
  const practice = await strapi.documents('api::practice.practice').findFirst({ fields: ['counsellor'] });
  const names = {
    asked,
    onPage: neutral.author,
    isSignIn: neutral.authorIsSignIn,
    counsellor: practice?.counsellor ?? null,
  };
  return chooseAuthor(names, authors);
}

/**
 * Returns the author that replaces the present one: only an author whom the caller names does, never a guess.
 */
async function otherAuthor(
  strapi: Core.Strapi,
  neutral: NeutralPost,
  asked: string | null,
  present: string | null,
): Promise<ChosenAuthor | null> {
  const author = asked === null ? null : await authorFor(strapi, neutral, asked);
  return author && 'author' in author && author.author.documentId === present ? null : author;
}

/** What an import wants with a post: its fields, their fingerprint, and whether it may be published at once. */
const wishFor = async (strapi: Core.Strapi, neutral: NeutralPost, options: ImportOptions) => {
  const fields = fieldsOf(neutral, await practiceTimeZone(strapi), new Date());
  const heldBack = options.publish ? neutral.holdBack : null;
  return { fields, fingerprint: fingerprint(fields), heldBack, publish: options.publish && heldBack === null };
};

async function planNewPost(strapi: Core.Strapi, neutral: NeutralPost, options: ImportOptions): Promise<Plan> {
  const { publish, ...wish } = await wishFor(strapi, neutral, options);
  const decision = (await isTwin(strapi, wish.fields.title)) ? 'twin' : 'create';
  const author = await authorFor(strapi, neutral, options.author);
  return { ...wish, decision, documentId: null, slug: null, author, isPublic: false, publishes: publish };
}

/**
 * Compares the post of a file with the CMS, without changing anything. `imported` is the record of an earlier import.
 */
export async function planImport(
  strapi: Core.Strapi,
  neutral: NeutralPost,
  options: ImportOptions,
  imported: ImportedPost | null,
): Promise<Plan> {
  const draft = imported && (await read(strapi, imported.document_id, 'draft'));
  if (!imported || !draft) return planNewPost(strapi, neutral, options);
  const { publish, heldBack, ...wish } = await wishFor(strapi, neutral, options);
  const live = await read(strapi, imported.document_id, 'published');
  const inCms = fingerprint(draft);
  const author = await otherAuthor(strapi, neutral, options.author, draft.author);
  const textDecision = decide({ inFile: wish.fingerprint, inCms, asImported: imported.fingerprint });
  const decision = textDecision === 'same' && author ? 'update' : textDecision;
  const isBehind = decision === 'update' || (decision === 'same' && (!live || fingerprint(live) !== inCms));
  return {
    ...wish,
    decision,
    documentId: imported.document_id,
    slug: live?.slug ?? draft.slug,
    author: decision === 'update' ? author : null,
    isPublic: live !== null,
    publishes: publish && isBehind,
    heldBack: isBehind ? heldBack : null,
  };
}
