import { createRequire } from 'node:module';

interface Statement {
  run: (...values: unknown[]) => { lastInsertRowid: number | bigint };
  all: () => { id: number; body?: string }[];
}
interface Database {
  prepare: (sql: string) => Statement;
  transaction: (work: () => void) => () => void;
  close: () => void;
}

const sentences = [
  'Some evenings the kettle is the only thing in the house that knows what to do next.',
  'You can be tired of a feeling and still not be finished with it.',
  'Nobody learns to be gentle by being hurried.',
  'A small honest sentence is often worth more than a long brave one.',
  'It helps to say out loud what day it is, and what you have already done with it.',
  'What you are carrying has a weight, whether or not anybody else can see it.',
  'There is no prize for the neatest grief.',
  'We are allowed to put a question down and come back for it later.',
];

const words = (text: string) => text.split(' ').length;

/** A body of at least `wanted` words: sections with headings, paragraphs, an inner-voice list and a quotation. */
function bodyOf(wanted: number, seed = 0): object[] {
  const body: object[] = [];
  const text = (line: string) => [{ type: 'text', text: line }];
  let count = 0;
  for (let i = seed; count < wanted; i += 1) {
    const paragraph = [0, 1, 2, 3].map((n) => sentences[(i * 3 + n) % sentences.length]).join(' ');
    if (i % 4 === 1) body.push({ type: 'heading', level: 2, children: text(`Part ${body.length}, said plainly`) });
    body.push({ type: 'paragraph', children: text(paragraph) });
    count += words(paragraph);
    if (i % 6 === 2) {
      const items = ['“You should be over this.”', '“Everyone else manages.”'].map((line) => ({
        type: 'list-item',
        children: text(line),
      }));
      body.push({ type: 'list', format: 'unordered', children: items });
    }
    if (i % 6 === 5) body.push({ type: 'quote', children: text(sentences[i % sentences.length] ?? '') });
  }
  return body;
}

const openDatabase = (file: string): Database =>
  new (
    createRequire(new URL('../../cms/package.json', import.meta.url))('better-sqlite3') as new (
      file: string,
    ) => Database
  )(file);

/** Says that posts have changed, as a commit of the CMS does, so that every page made of posts is rendered anew. */
export function touchPosts(file: string): void {
  const db = openDatabase(file);
  db.prepare("update cache_tags set version = version + 1 where tag = 'posts'").run();
  db.close();
}

/** The slug of the one long post that `seedPosts` adds: about 900 words, and 20 short passages in place of comments. */
export const longPost = 'bench-long';

interface Passage {
  type: string;
  children?: { text?: string }[];
}

/** Real words compress as real words do: 900 of them from the demo posts, and 20 passages more in place of comments. */
function longBody(db: Database): object[] {
  const bodies = db
    .prepare("select body from posts where published_at is not null and slug not like 'bench-%' order by id")
    .all();
  const passages = bodies
    .flatMap(({ body }) => JSON.parse(body ?? '[]') as Passage[])
    .filter(({ type }) => type !== 'image');
  const countOf = (passage: Passage) => words((passage.children ?? []).map(({ text }) => text ?? '').join(' '));
  let count = 0;
  const article = passages.filter((passage) => count < 900 && (count += countOf(passage)) > 0);
  const comments = passages
    .slice(article.length)
    .filter(({ type }) => type === 'paragraph')
    .slice(0, 20);
  if (count < 900 || comments.length < 20) throw new Error('The demo posts have too few words for the benchmark.');
  return [...article, ...comments.map((passage) => ({ ...passage, type: 'quote' }))];
}

/** The slug of a post of `seedPosts` that gets 500 comments: 125 threads of four, of two or three sentences each. */
export const talkedAbout = 'bench-1';

/** The document id of a post of `seedPosts`. */
const documentIdOf = (n: number): string => `bench${String(n).padStart(19, '0')}`;

/**
 * Puts comments that everybody can read under posts of a CMS that is not running: 500 under one, ten under each of the
 * others.
 */
export function seedComments(file: string, posts: number): void {
  const db = openDatabase(file);
  const insert = db.prepare(
    `insert into comments (document_id, post_id, root_id, parent_id, audience, from_counsellor, name, text, state, version, link_version, care_urgent, personal_details,
       notify_on_approval, notify_on_reply, sent_at, hidden, restored, open_reports, created_at, updated_at)
     values (?, ?, ?, ?, 'everyone', 0, ?, ?, 'approved', 1, 1, 0, 0, 0, 0, ?, 0, 0, 0, ?, ?)`,
  );
  const underPost = (post: number, howMany: number) => {
    let root: number | bigint | null = null;
    for (let n = 0; n < howMany; n += 1) {
      const when = Date.UTC(2026, 0, 1) + n * 60_000;
      const said = [0, 1, 2]
        .slice(0, 2 + (n % 2))
        .map((step) => sentences[(n * 3 + step) % sentences.length])
        .join(' ');
      const parent = n % 4 === 0 ? null : root;
      const id = `benchcomment${post}x${n}`;
      const { lastInsertRowid } = insert.run(
        ...[id, documentIdOf(post), parent, parent, `Reader ${n}`, said, when, when, when],
      );
      if (parent === null) root = lastInsertRowid;
    }
  };
  db.transaction(() => {
    underPost(1, 500);
    for (let post = 2; post <= posts; post += 1) underPost(post, 10);
  })();
  db.close();
}

/**
 * Writes published posts straight into the SQLite database of a CMS that is not running: the document service would
 * need minutes for ten thousand. Each has an author and two topics, and a day of its own.
 */
export function seedPosts(file: string, howMany: number): void {
  const db = openDatabase(file);
  const authors = db.prepare('select id from authors').all();
  const topics = db.prepare('select id from topics').all();
  const post = db.prepare(
    `insert into posts (document_id, title, slug, summary, body, comments_open, invites_to_call, published, reading_minutes, first_words, created_at, updated_at, published_at)
     values (?, ?, ?, ?, ?, 1, 1, ?, 2, ?, ?, ?, ?)`,
  );
  const authorOf = db.prepare('insert into posts_author_lnk (post_id, author_id, post_ord) values (?, ?, ?)');
  const topicOf = db.prepare(
    'insert into posts_topics_lnk (post_id, topic_id, topic_ord, post_ord) values (?, ?, ?, ?)',
  );
  const body = JSON.stringify(bodyOf(300));
  const long = JSON.stringify(longBody(db));
  db.transaction(() => {
    for (let n = 0; n <= howMany; n += 1) {
      const when = Date.UTC(1998, 0, 1) + n * 86_400_000;
      // Strapi keeps a draft row beside each published one.
      for (const publishedAt of [null, when]) {
        const { lastInsertRowid: id } = post.run(
          documentIdOf(n),
          `An ordinary evening, number ${n}`,
          n === 0 ? longPost : `bench-${n}`,
          sentences[n % sentences.length],
          n === 0 ? long : body,
          when,
          sentences[0],
          when,
          when,
          publishedAt,
        );
        authorOf.run(id, authors[0]?.id, n);
        for (const step of [0, 1]) topicOf.run(id, topics[(n + step) % topics.length]?.id, step, n);
      }
    }
  })();
  db.close();
}
