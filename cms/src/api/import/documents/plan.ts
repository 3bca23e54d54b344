import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { NeutralPost } from '#src/api/import/source';
import { type StrapiBlock, toStrapiBody } from './strapi-body';

/**
 * Which post came from where. Its own table: readers and the admin have no business with it, and publishing keeps it.
 */
export interface ImportedPost {
  import_key: string;
  document_id: string;
  fingerprint: string;
}

/** What an import writes and a person may change afterwards; `published` is an ISO 8601 instant. */
interface Written {
  title: string | null;
  body: unknown;
  published: string | null;
}

/** JSON with its keys in order: PostgreSQL gives those of an object back in an order of its own. */
const ordered = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/**
 * Equal for equal words and the same day, so that a later import sees what has changed since: SHA-256, 64 hex digits.
 */
export function fingerprint({ title, body, published }: Written): string {
  const day = published === null ? null : new Date(published).toISOString().slice(0, 10);
  return createHash('sha256')
    .update(ordered([title, body, day]))
    .digest('hex');
}

/** Three fingerprints of one post: in the file, in the CMS at this moment, and in the CMS when it was imported. */
interface Known {
  inFile: string;
  inCms: string;
  asImported: string;
}

/**
 * What to do with a post that may have been imported before. `same`: the CMS says what the file says. `edited`: she has
 * changed it in the CMS, and the file is the old one. `both changed`: the file has changed, too. Only what nobody has
 * touched in the CMS is replaced.
 */
type Decision = 'create' | 'update' | 'same' | 'edited' | 'both changed';

export function decide(known: Known | null): Decision {
  if (known === null) return 'create';
  if (known.inCms === known.inFile) return 'same';
  if (known.inCms === known.asImported) return 'update';
  return known.inFile === known.asImported ? 'edited' : 'both changed';
}

interface Author {
  documentId: string;
  name: string;
  slug: string | null;
}

/** Who the caller says wrote it, who the source says wrote it, and who the practice says is its counsellor. */
interface NamedAuthor {
  asked: string | null;
  onPage: string | null;
  isSignIn: boolean;
  counsellor: string | null;
}

/** An author who is there already, or the name of one to add; `guess` says why, if nobody said exactly that. */
export type ChosenAuthor = ({ author: Author } | { add: string }) & { guess: string | null };

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
/** "tamsinreed3" is signed in as whoever writes as Tamsin Reed: Wix adds a number to a name that is taken. */
const withoutNumber = (name: string): string => plain(name).replace(/\p{N}+$/u, '');

const find = (authors: readonly Author[], wanted: string): Author | undefined =>
  wanted === '' ? undefined : authors.find(({ name, slug }) => plain(name) === wanted || plain(slug ?? '') === wanted);

/** Nobody was named, or only a sign-in name that fits nobody. */
function likelyAuthor(called: string, counsellor: string | null, authors: readonly Author[]): ChosenAuthor | null {
  const [only, second] = authors;
  if (only && !second) return { author: only, guess: `${called}, and ${only.name} is the only author` };
  if (counsellor === null) return null;
  const known = find(authors, plain(counsellor));
  const guess = `${called}, and ${counsellor} is the counsellor`;
  return known ? { author: known, guess } : { add: counsellor, guess };
}

/**
 * Finds the author of an imported post: by the name that the caller gave, else by the name on the page. A sign-in name
 * that fits nobody is taken for the only author there is, or for the counsellor; a real name that fits nobody is added.
 * Null if there is nobody to think of: readers should not meet a sign-in name.
 */
export function chooseAuthor(
  { asked, onPage, isSignIn, counsellor }: NamedAuthor,
  authors: readonly Author[],
): ChosenAuthor | null {
  const name = asked ?? onPage;
  if (name === null) return likelyAuthor('the page names no writer', counsellor, authors);
  const author = find(authors, plain(name));
  if (asked !== null || !isSignIn) return author ? { author, guess: null } : { add: name, guess: null };
  const owner = author ?? find(authors, withoutNumber(name));
  if (owner) return { author: owner, guess: `“${name}” sounds like ${owner.name}` };
  return likelyAuthor(`“${name}” is a sign-in name`, counsellor, authors);
}

const post = 'api::post.post';

/** What the person who imports wants beyond the words: to publish at once, and a certain author. */
export interface Wish {
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
 * What is to be done about one post. `twin` is the title of a post that is there already and was not imported from this
 * page.
 */
export interface Plan {
  decision: Decision | 'twin';
  documentId: string | null;
  slug: string | null;
  author: ChosenAuthor | null;
  /** Whether readers have some version of it, and whether this import is to give them the one of the file. */
  isPublic: boolean;
  publishes: boolean;
  fields: PostFields;
  fingerprint: string;
}

/** The middle of the day: the same calendar day in the United Kingdom all year round. */
const atNoon = (day: string): string => `${day}T12:00:00.000Z`;

const fieldsOf = (neutral: NeutralPost): PostFields => ({
  title: neutral.title,
  body: toStrapiBody(neutral),
  published: atNoon(neutral.published.day),
  updated: neutral.updated ? atNoon(neutral.updated.day) : null,
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
 * An author whom the caller names is taken over even when the words are the same; a guess changes nothing afterwards.
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

/** Compares the post of a file with what the CMS has. Reads only; `imported` is what an earlier import noted of it. */
export async function planImport(
  strapi: Core.Strapi,
  neutral: NeutralPost,
  wish: Wish,
  imported: ImportedPost | null,
): Promise<Plan> {
  const fields = fieldsOf(neutral);
  const inFile = fingerprint(fields);
  const draft = imported && (await read(strapi, imported.document_id, 'draft'));
  if (!imported || !draft) {
    const decision = (await isTwin(strapi, fields.title)) ? 'twin' : 'create';
    const author = await authorFor(strapi, neutral, wish.author);
    return {
      decision,
      documentId: null,
      slug: null,
      author,
      isPublic: false,
      publishes: wish.publish,
      fields,
      fingerprint: inFile,
    };
  }
  const live = await read(strapi, imported.document_id, 'published');
  const inCms = fingerprint(draft);
  const author = await otherAuthor(strapi, neutral, wish.author, draft.author);
  const words = decide({ inFile, inCms, asImported: imported.fingerprint });
  const decision = words === 'same' && author ? 'update' : words;
  const isBehind = decision === 'update' || (decision === 'same' && (!live || fingerprint(live) !== inCms));
  return {
    decision,
    documentId: imported.document_id,
    slug: live?.slug ?? draft.slug,
    author: decision === 'update' ? author : null,
    isPublic: live !== null,
    publishes: wish.publish && isBehind,
    fields,
    fingerprint: inFile,
  };
}
