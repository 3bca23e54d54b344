import { beforeAll, describe, expect, it } from 'vitest';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { aComment, aPostWithComments, postAsWeb } from '../support/comments.ts';
import { insertManyPosts } from '../support/many-posts.ts';
import { aRegistration, publishWorkshop } from '../support/workshops.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

/** More than one page of threads: those on one page are not counted apart. */
const commentsWith = (posts: number): number => Math.max(200, posts * 2);

const paths = (posts: number) => [
  '/api/posts',
  `/api/posts?page=${posts / 10}`,
  '/api/posts?topic=topic-2',
  '/api/posts?author=tamsin',
  '/api/posts?full=true&pageSize=10',
  `/api/posts/post-${posts / 2}`,
  `/api/posts/post-${posts / 2}/comments`,
  `/api/posts/post-${posts / 2}/latest-comments`,
  '/api/comments/1',
  `/api/comments/${commentsWith(posts)}`,
  '/api/topics',
  '/api/sitemap',
  '/api/redirects?path=/blog/never',
  '/api/cache-tags',
];

/** How many statements each answer costs, the check of the token included. */
const statementsWith = async (posts: number): Promise<Record<string, number>> => {
  const cms: CmsHere = await startCmsHere();
  try {
    await insertManyPosts(cms.strapi, posts, 4);
    await aPostWithComments(cms, `many${posts / 2}`.padEnd(24, 'x'), commentsWith(posts));
    const costs: Record<string, number> = {};
    let statements = 0;
    cms.strapi.db.connection.on('query', () => {
      statements += 1;
    });
    for (const [index, path] of paths(posts).entries()) {
      await cms.asWeb(path);
      statements = 0;
      await cms.asWeb(path);
      costs[String(paths(10)[index])] = statements;
    }
    return costs;
  } finally {
    await cms.stop();
  }
};

describe('what an answer costs', () => {
  let few: Record<string, number> = {};
  beforeAll(async () => {
    few = await statementsWith(10);
  });
  it('is the same at 10 posts and at 1,000', async () => {
    expect(await statementsWith(1000)).toEqual(few);
  });
  it('is little', () => {
    for (const [path, statements] of Object.entries(few)) expect(statements, path).toBeLessThanOrEqual(22);
  });
  it('is six statements in a transaction for the page of a post with many comments', () => {
    // PostgreSQL is told that it only reads, and sees one moment.
    const ofTransaction = process.env.TEST_DATABASE === 'postgres' ? 3 : 2;
    expect(few[String(paths(10)[5])]).toBe(6 + ofTransaction);
  });
});

describe('what a form costs', () => {
  it('is at most 14 statements for a registration and for a comment, BEGIN and COMMIT included', async () => {
    const cms = await startCmsHere();
    try {
      const posts = documentsOf(cms.strapi, 'api::post.post');
      await posts.createPublished({ title: 'Kindness', body: paragraphs('Be kind.') });
      const { slug } = await publishWorkshop(cms, { title: 'Quiet nights', capacity: 12 });
      const costOf = async (path: string, form: () => object): Promise<number> => {
        let statements = 0;
        const count = () => {
          statements += 1;
        };
        // The site's token is looked up twice at first: its use is recorded.
        for (let sent = 0; sent < 2; sent += 1) await postAsWeb(cms, path, form()).expect(201);
        cms.strapi.db.connection.on('query', count);
        await postAsWeb(cms, path, form()).expect(201);
        cms.strapi.db.connection.removeListener('query', count);
        return statements;
      };
      const registration = await costOf(`/api/workshops/${slug}/registrations`, () => aRegistration());
      const comment = await costOf('/api/posts/kindness/comments', () => aComment());
      expect(Math.max(registration, comment), `${registration} and ${comment}`).toBeLessThanOrEqual(14);
    } finally {
      await cms.stop();
    }
  });
});
